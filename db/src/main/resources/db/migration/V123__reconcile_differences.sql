-- What people did about differences (package reconcile alone writes these tables). Differences themselves are
-- computed whenever they are asked for; a row stands here once somebody has taken one. Its figures are those of that
-- moment: where they have changed since, the difference is open again.

create table difference_case (
    case_key      char(32)     character set ascii collate ascii_bin not null,
    district_code varchar(6)   character set ascii collate ascii_bin not null,
    on_date       date         not null,
    pair          varchar(24)  character set ascii collate ascii_bin not null,
    state         varchar(9)   character set ascii collate ascii_bin not null,
    left_fen      bigint       not null,
    right_fen     bigint       not null,
    taken_by      varchar(64)  character set ascii collate ascii_bin not null,
    explanation   varchar(500) null,
    changed_at    datetime(6)  not null,
    primary key (case_key),
    key difference_case_of_day (district_code, on_date),
    constraint difference_case_state_known check (state in ('TAKEN', 'EXPLAINED', 'CLOSED')),
    constraint difference_case_closed_with_words check (state = 'TAKEN' or explanation is not null)
) engine = InnoDB default charset = utf8mb4;

create table difference_step (
    step_id   bigint       not null,
    case_key  char(32)     character set ascii collate ascii_bin not null,
    state     varchar(9)   character set ascii collate ascii_bin not null,
    left_fen  bigint       not null,
    right_fen bigint       not null,
    acted_by  varchar(64)  character set ascii collate ascii_bin not null,
    acted_at  datetime(6)  not null,
    text      varchar(500) null,
    primary key (step_id),
    key difference_step_of_case (case_key, step_id)
) engine = InnoDB default charset = utf8mb4;
