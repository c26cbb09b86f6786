-- Changes of the accounts that providers are paid to (package provider alone writes this table): one person asks,
-- another confirms, and it is good 24 hours after that. open is 1 while it waits for the second person, else null,
-- so that a provider has one at a time.

create table provider_account_change (
    change_id      bigint       not null,
    provider_id    bigint       not null,
    account_name   varchar(100) not null,
    -- encrypted
    account_number varchar(160) character set ascii collate ascii_bin not null,
    bank_code      varchar(20)  character set ascii collate ascii_bin not null,
    open           tinyint      null,
    asked_by       varchar(64)  character set ascii collate ascii_bin not null,
    asked_at       datetime(6)  not null,
    confirmed_by   varchar(64)  character set ascii collate ascii_bin null,
    confirmed_at   datetime(6)  null,
    good_from      datetime(6)  null,
    withdrawn_by   varchar(64)  character set ascii collate ascii_bin null,
    withdrawn_at   datetime(6)  null,
    primary key (change_id),
    constraint provider_account_change_one_waits unique (provider_id, open),
    key provider_account_change_good (provider_id, good_from),
    constraint provider_account_change_of_provider foreign key (provider_id) references provider (provider_id),
    constraint provider_account_change_second_person check (confirmed_by is null or confirmed_by <> asked_by),
    constraint provider_account_change_confirmed_is_good check ((confirmed_at is null) = (good_from is null)),
    constraint provider_account_change_waits_for_one check ((open is null) = (confirmed_at is not null or withdrawn_at is not null))
) engine = InnoDB default charset = utf8mb4;
