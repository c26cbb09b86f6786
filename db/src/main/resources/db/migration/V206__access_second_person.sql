-- Users have a display name and a version, and accounts with power wait for a second person
-- (package access writes both tables). Accounts that are here already were in use with their power
-- before: they count as confirmed by `system`.

alter table account
    add column display_name     varchar(64) not null default '' after name,
    add column changes_password boolean     not null default false after secret_hash,
    add column version          int         not null default 1 after epoch,
    add column pending_since    datetime(6) null after disabled_by,
    add column confirmed_by     varchar(64) character set ascii collate ascii_bin null
        after pending_since,
    add column changed_at       datetime(6) null,
    add column changed_by       varchar(64) character set ascii collate ascii_bin null;

update account set display_name = name, confirmed_by = 'system';

alter table account
    add constraint account_pending_is_not_confirmed
        check (pending_since is null or confirmed_by is null);

-- Who made a waiting account, or gave it a role, a scope or a password since it was confirmed:
-- none of them confirms it. Its rows go when it is confirmed.
create table account_maker (
    name  varchar(64) character set ascii collate ascii_bin not null,
    maker varchar(64) character set ascii collate ascii_bin not null,
    primary key (name, maker),
    constraint account_maker_of_account foreign key (name) references account (name)
) engine = InnoDB default charset = utf8mb4;
