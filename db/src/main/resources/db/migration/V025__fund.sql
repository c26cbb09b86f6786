-- Budgets of payers for a year, and warnings when they are used up.
-- Written by package fund alone.

create table fund_budget (
    entry_id bigint not null comment 'Id of the entry',
    payer    varchar(255) character set utf8mb4 collate utf8mb4_bin not null
        comment 'Payer: a division or CHARITY:<name>',
    year     int not null comment 'Year',
    fen      bigint not null comment 'Amount in fen; negative lowers the budget',
    reason   varchar(200) not null comment 'Reason',
    made_by  varchar(64) character set ascii collate ascii_bin not null comment 'Account that made it',
    made_at  datetime(6) not null comment 'When it was made, UTC',
    primary key (entry_id),
    key fund_budget_of_payer (payer, year),
    constraint fund_budget_changes_something check (fen <> 0)
) engine = InnoDB default charset = utf8mb4
    comment = 'Budgets and amendments; append-only; a budget is their sum';

create table fund_year (
    payer varchar(255) character set utf8mb4 collate utf8mb4_bin not null comment 'Payer',
    year  int not null comment 'Year',
    fen   bigint not null comment 'Budget in fen',
    primary key (payer, year),
    constraint fund_year_is_not_negative check (fen >= 0),
    constraint fund_year_payer_ends_visibly check (payer not like '% ')
) engine = InnoDB default charset = utf8mb4
    comment = 'Sums of budgets; a row is locked while its budget is compared or changed';

create table fund_warning (
    payer       varchar(255) character set utf8mb4 collate utf8mb4_bin not null comment 'Payer',
    year        int not null comment 'Year',
    percent     int not null comment '80, 95 or 100',
    warning_id  bigint not null comment 'Id of the warning',
    reached_on  date not null comment 'Day on which it was reached',
    budget_fen  bigint not null comment 'Budget in fen then',
    granted_fen bigint not null comment 'What was granted until then, in fen',
    warned_at   datetime(6) not null comment 'When it was noticed, UTC',
    primary key (payer, year, percent),
    key fund_warning_of_year (year, warning_id),
    constraint fund_warning_payer_ends_visibly check (payer not like '% ')
) engine = InnoDB default charset = utf8mb4
    comment = 'Warnings that a budget is used up to 80, 95 or 100 per cent; once each';
