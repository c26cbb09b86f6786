-- What payers set aside for a year (package fund alone writes this table): the first row and every amendment, only
-- ever added; a budget is their sum.

create table fund_budget (
    entry_id   bigint       not null,
    payer      varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    year       int          not null,
    fen        bigint       not null,
    reason     varchar(200) not null,
    made_by    varchar(64)  character set ascii collate ascii_bin not null,
    made_at    datetime(6)  not null,
    primary key (entry_id),
    key fund_budget_of_payer (payer, year),
    constraint fund_budget_changes_something check (fen <> 0)
) engine = InnoDB default charset = utf8mb4;

create table fund_year (
    payer varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    year  int          not null,
    fen   bigint       not null,
    primary key (payer, year),
    constraint fund_year_is_not_negative check (fen >= 0)
) engine = InnoDB default charset = utf8mb4;
