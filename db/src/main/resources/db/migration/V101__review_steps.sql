-- What people and the platform did with statements (package review alone writes these tables).
--
-- statement_step is the history: a row for each version of a statement, only ever added; triggers refuse the rest.

create table statement_step (
    step_id      bigint        not null,
    statement_id bigint        not null,
    version      int           not null,
    act          varchar(16)   character set ascii collate ascii_bin not null,
    level        varchar(8)    character set ascii collate ascii_bin not null,
    acted_by     varchar(64)   character set ascii collate ascii_bin not null,
    acted_at     datetime(6)   not null,
    from_state   varchar(14)   character set ascii collate ascii_bin not null,
    to_state     varchar(14)   character set ascii collate ascii_bin not null,
    street_code  varchar(9)    character set ascii collate ascii_bin null,
    journal_id   bigint        null,
    order_id     bigint        null,
    fen          bigint        null,
    reason       varchar(500)  null,
    primary key (step_id),
    constraint statement_step_of_version unique (statement_id, version),
    constraint statement_step_of_statement foreign key (statement_id) references statement (statement_id)
) engine = InnoDB default charset = utf8mb4;

create trigger statement_step_is_never_updated before update on statement_step for each row
    signal sqlstate '45000' set message_text = 'the history of a statement is never changed';
create trigger statement_step_is_never_deleted before delete on statement_step for each row
    signal sqlstate '45000' set message_text = 'the history of a statement is never deleted';

-- At which level a person has acted on a statement: one row a person, so nobody acts at two.
create table statement_person (
    statement_id bigint      not null,
    person       varchar(64) character set ascii collate ascii_bin not null,
    level        varchar(8)  character set ascii collate ascii_bin not null,
    primary key (statement_id, person),
    constraint statement_person_of_statement foreign key (statement_id) references statement (statement_id)
) engine = InnoDB default charset = utf8mb4;

-- Which streets have reviewed their sites' lines since the provider confirmed; a return empties it.
create table street_review (
    statement_id bigint      not null,
    street_code  varchar(9)  character set ascii collate ascii_bin not null,
    reviewed_by  varchar(64) character set ascii collate ascii_bin not null,
    reviewed_at  datetime(6) not null,
    primary key (statement_id, street_code),
    constraint street_review_of_statement foreign key (statement_id) references statement (statement_id)
) engine = InnoDB default charset = utf8mb4;

-- What a provider says is wrong; while one is open the statement waits. journal_id is null for an order that
-- the provider misses on the statement.
create table statement_dispute (
    dispute_id   bigint       not null,
    statement_id bigint       not null,
    order_id     bigint       not null,
    journal_id   bigint       null,
    site_id      bigint       null,
    reason       varchar(500) not null,
    raised_by    varchar(64)  character set ascii collate ascii_bin not null,
    raised_at    datetime(6)  not null,
    open         tinyint      null,
    outcome      varchar(9)   character set ascii collate ascii_bin null,
    answer       varchar(500) null,
    resolved_by  varchar(64)  character set ascii collate ascii_bin null,
    resolved_at  datetime(6)  null,
    primary key (dispute_id),
    constraint statement_dispute_once_open unique (statement_id, order_id, open),
    constraint statement_dispute_of_statement foreign key (statement_id) references statement (statement_id),
    constraint statement_dispute_ends_with_its_outcome check (
        (open is null) = (outcome is not null) and (open is null or open = 1)),
    constraint statement_dispute_outcome_known check (outcome in ('UPHELD', 'REJECTED', 'WITHDRAWN'))
) engine = InnoDB default charset = utf8mb4;

-- Lines withheld and lines recovered. left_fen is what of a hold is neither found genuine nor recovered yet.
-- open is 1 while the line is on hold, else null, so that a line is on hold once at a time.
create table line_decision (
    decision_id  bigint       not null,
    statement_id bigint       not null,
    journal_id   bigint       not null,
    provider_id  bigint       not null,
    order_id     bigint       not null,
    site_id      bigint       null,
    state        varchar(9)   character set ascii collate ascii_bin not null,
    fen          bigint       not null,
    left_fen     bigint       not null,
    open         tinyint      null,
    made_by      varchar(64)  character set ascii collate ascii_bin not null,
    made_at      datetime(6)  not null,
    primary key (decision_id),
    constraint line_decision_one_hold unique (journal_id, provider_id, open),
    key line_decision_of_statement (statement_id, journal_id),
    key line_decision_of_order (order_id),
    constraint line_decision_of_statement foreign key (statement_id) references statement (statement_id),
    constraint line_decision_state_known check (state in ('HELD', 'GENUINE', 'RECOVERED')),
    constraint line_decision_open_while_held check ((state = 'HELD') = (open is not null) and (open is null or open = 1)),
    constraint line_decision_fen check (fen > 0 and left_fen between 0 and fen and (state = 'HELD' or left_fen = 0))
) engine = InnoDB default charset = utf8mb4;
