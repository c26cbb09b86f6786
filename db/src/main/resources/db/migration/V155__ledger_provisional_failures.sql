-- Meals that failed on a day that is not closed yet (package ledger alone writes this table). A row
-- is what makes a failure provisional: who takes it away in time has delivered after all; the close
-- takes the rest of its day and books what somebody bears (docs/decisions/0021).

create table provisional_failure (
    order_id        bigint       not null,
    -- the id that its journal will have
    journal_id      bigint       not null,
    -- the day whose close takes it
    day             date         not null,
    is_final        tinyint      not null,
    site_id         bigint       not null,
    provider_id     bigint       not null,
    district_code   varchar(9)   character set ascii collate ascii_bin not null,
    paying_district varchar(9)   character set ascii collate ascii_bin not null,
    service_date    date         not null,
    happened_at     datetime(6)  not null,
    -- what the meal would have earned; 0 if nothing is booked
    fen             bigint       not null,
    -- an account's name; empty if nothing is booked
    bearer          varchar(261) character set utf8mb4 collate utf8mb4_bin not null,
    reason          varchar(32)  character set ascii collate ascii_bin not null,
    version         int          not null,
    primary key (order_id),
    key provisional_failure_of_day (day, is_final, order_id),
    constraint provisional_failure_fen check (fen >= 0 and (fen > 0 or bearer = ''))
) engine = InnoDB default charset = utf8mb4;
