-- Review of statements: steps, persons, disputes, lines on hold and recovered.
-- Written by package review alone. The statements are of package close, so nothing references them.
--
-- statement_step is the history: a row for each version of a statement, only ever added; triggers refuse the rest, but
-- for statements before their retention mark.

create table statement_step (
    step_id      bigint not null comment 'Id of the step',
    statement_id bigint not null comment 'Statement',
    version      int not null comment 'Version of the statement after the step',
    act          varchar(16) character set ascii collate ascii_bin not null
        comment 'CHECK, CONFIRM, REVIEW, APPROVE, RETURN, DISPUTE, HOLD, PAY and so on',
    level        varchar(8) character set ascii collate ascii_bin not null
        comment 'PLATFORM, PROVIDER, STREET, DISTRICT or FINANCE',
    acted_by     varchar(64) character set ascii collate ascii_bin not null comment 'Account that acted',
    acted_at     datetime(6) not null comment 'When it was done, UTC',
    from_state   varchar(14) character set ascii collate ascii_bin not null comment 'State before',
    to_state     varchar(14) character set ascii collate ascii_bin not null comment 'State afterwards',
    street_code  varchar(9) character set ascii collate ascii_bin null
        comment 'Street that acted, 9 digits; null at other levels',
    journal_id   bigint null comment 'Journal of the line; null if it is not about a line',
    order_id     bigint null comment 'Order of the line; null if it is not about a line',
    fen          bigint null comment 'Amount in fen; null without one',
    reason       varchar(600) null comment 'Reason; null without one',
    primary key (step_id),
    constraint statement_step_of_version unique (statement_id, version)
) engine = InnoDB default charset = utf8mb4
    comment = 'History of statements, a row for each version; append-only';

delimiter //
create trigger statement_step_is_never_updated before update on statement_step for each row
    signal sqlstate '45000' set message_text = 'the history of a statement is never changed'//
create trigger statement_step_is_never_deleted before delete on statement_step for each row
begin
    if not exists (select 1 from retention_mark r
                     join statement s on s.statement_id = old.statement_id
                    where r.kind = 'statements' and r.before_date > s.statement_date) then
        signal sqlstate '45000' set message_text = 'the history of a statement is never deleted';
    end if;
end//
delimiter ;

create table statement_person (
    statement_id bigint not null comment 'Statement',
    person       varchar(64) character set ascii collate ascii_bin not null comment 'Account of the person',
    level        varchar(8) character set ascii collate ascii_bin not null
        comment 'PROVIDER, STREET, DISTRICT or FINANCE',
    primary key (statement_id, person)
) engine = InnoDB default charset = utf8mb4
    comment = 'At which level a person has acted on a statement: at one only (docs/decisions/0031)';

create table street_review (
    statement_id bigint not null comment 'Statement',
    street_code  varchar(9) character set ascii collate ascii_bin not null comment 'Street, 9 digits',
    reviewed_by  varchar(64) character set ascii collate ascii_bin not null comment 'Account that reviewed',
    reviewed_at  datetime(6) not null comment 'When it was reviewed, UTC',
    primary key (statement_id, street_code)
) engine = InnoDB default charset = utf8mb4
    comment = 'Streets that have reviewed the lines of their sites since the provider confirmed; a return deletes them';

create table statement_dispute (
    dispute_id   bigint not null comment 'Id of the dispute',
    statement_id bigint not null comment 'Statement',
    order_id     bigint not null comment 'Order in dispute',
    journal_id   bigint null comment 'Journal of the line; null for an order that is missing on the statement',
    site_id      bigint null comment 'Site of the line; null if unknown',
    reason       varchar(500) not null comment 'Reason as the provider gave it',
    raised_by    varchar(64) character set ascii collate ascii_bin not null comment 'Account that raised it',
    raised_at    datetime(6) not null comment 'When it was raised, UTC',
    open         tinyint null comment '1 while it is open, else null',
    outcome      varchar(9) character set ascii collate ascii_bin null
        comment 'UPHELD, REJECTED or WITHDRAWN; null while it is open',
    answer       varchar(500) null comment 'Answer to the provider; null while it is open',
    resolved_by  varchar(64) character set ascii collate ascii_bin null
        comment 'Account that resolved it; null while it is open',
    resolved_at  datetime(6) null comment 'When it was resolved, UTC; null while it is open',
    primary key (dispute_id),
    constraint statement_dispute_once_open unique (statement_id, order_id, open),
    constraint statement_dispute_ends_with_its_outcome check (
        (open is null) = (outcome is not null) and (open is null or open = 1)),
    constraint statement_dispute_outcome_known check (outcome in ('UPHELD', 'REJECTED', 'WITHDRAWN'))
) engine = InnoDB default charset = utf8mb4
    comment = 'Disputes of providers; a statement with an open one does not move on';

create table line_decision (
    decision_id  bigint not null comment 'Id of the decision',
    statement_id bigint not null comment 'Statement of the line',
    journal_id   bigint not null comment 'Journal of the line',
    provider_id  bigint not null comment 'Provider of the line',
    order_id     bigint not null comment 'Order of the line',
    site_id      bigint null comment 'Site of the line; null if unknown',
    state        varchar(9) character set ascii collate ascii_bin not null comment 'HELD, GENUINE or RECOVERED',
    fen          bigint not null comment 'Amount in fen',
    left_fen     bigint not null comment 'What of a hold is neither found genuine nor recovered yet, in fen',
    open         tinyint null comment '1 while the line is on hold, else null: a line is on hold once at a time',
    made_by      varchar(64) character set ascii collate ascii_bin not null comment 'Account that decided',
    made_at      datetime(6) not null comment 'When it was decided, UTC',
    primary key (decision_id),
    constraint line_decision_one_hold unique (journal_id, provider_id, open),
    key line_decision_of_statement (statement_id, journal_id),
    key line_decision_of_order (order_id),
    constraint line_decision_state_known check (state in ('HELD', 'GENUINE', 'RECOVERED')),
    constraint line_decision_open_while_held
        check ((state = 'HELD') = (open is not null) and (open is null or open = 1)),
    constraint line_decision_fen check (fen > 0 and left_fen between 0 and fen and (state = 'HELD' or left_fen = 0))
) engine = InnoDB default charset = utf8mb4
    comment = 'Lines that are withheld, found genuine or recovered';
