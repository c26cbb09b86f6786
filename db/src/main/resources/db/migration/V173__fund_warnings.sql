-- That a payer's budget of a year is used up to 80, 95 or 100 per cent: told once each (package fund alone writes
-- this table). The row of fund_year is locked while it is found out.

create table fund_warning (
    payer       varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    year        int          not null,
    percent     int          not null,
    warning_id  bigint       not null,
    reached_on  date         not null,
    budget_fen  bigint       not null,
    granted_fen bigint       not null,
    warned_at   datetime(6)  not null,
    primary key (payer, year, percent),
    key fund_warning_of_year (year, warning_id)
) engine = InnoDB default charset = utf8mb4;
