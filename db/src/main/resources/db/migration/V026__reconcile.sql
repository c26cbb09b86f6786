-- What people did about differences between figures that must agree.
-- Written by package reconcile alone.
--
-- Differences are computed on request; a row is made once somebody takes one. Its figures are those of that moment:
-- where they have changed since, the difference is open again.

create table difference_case (
    case_key      char(32) character set ascii collate ascii_bin not null
        comment 'Hash of what the difference is about, hex',
    district_code varchar(6) character set ascii collate ascii_bin not null comment 'District',
    on_date       date not null comment 'Day',
    pair          varchar(24) character set ascii collate ascii_bin not null
        comment 'The two sets of figures, such as ORDERS_JOURNALS',
    state         varchar(9) character set ascii collate ascii_bin not null comment 'TAKEN, EXPLAINED or CLOSED',
    left_fen      bigint not null comment 'First figure in fen',
    right_fen     bigint not null comment 'Second figure in fen',
    taken_by      varchar(64) character set ascii collate ascii_bin not null comment 'Account that took it',
    explanation   varchar(500) null comment 'Explanation; null until there is one',
    changed_at    datetime(6) not null comment 'When it was last changed, UTC',
    primary key (case_key),
    key difference_case_of_day (district_code, on_date),
    constraint difference_case_state_known check (state in ('TAKEN', 'EXPLAINED', 'CLOSED')),
    constraint difference_case_closed_with_words check (state = 'TAKEN' or explanation is not null)
) engine = InnoDB default charset = utf8mb4
    comment = 'Differences that somebody took';

create table difference_step (
    step_id   bigint not null comment 'Id of the step',
    case_key  char(32) character set ascii collate ascii_bin not null comment 'Difference',
    state     varchar(9) character set ascii collate ascii_bin not null comment 'State after the step',
    left_fen  bigint not null comment 'First figure in fen',
    right_fen bigint not null comment 'Second figure in fen',
    acted_by  varchar(64) character set ascii collate ascii_bin not null comment 'Account that acted',
    acted_at  datetime(6) not null comment 'When it was done, UTC',
    text      varchar(500) null comment 'Text that was given; null without one',
    primary key (step_id),
    key difference_step_of_case (case_key, step_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Steps of differences; kept when the difference is deleted';
