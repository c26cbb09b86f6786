-- Accounts, terminals, sessions and the keys that sign tokens.
-- Written by package access alone.
--
-- Users and terminals share one space of names, because tokens, idempotency keys and histories name a caller by it.
-- Passwords are hashed; keys and successors of tokens are sealed with a key from the configuration.

create table account (
    name             varchar(64) character set ascii collate ascii_bin not null comment 'Name to sign in with',
    display_name     varchar(64) not null default '' comment 'Name to show; empty for terminals',
    role             varchar(32) character set ascii collate ascii_bin not null
        comment 'Role: CITY_ADMIN, DISTRICT_OFFICER, POS_TERMINAL and so on',
    district_code    varchar(6) character set ascii collate ascii_bin null
        comment 'District of the scope; null for other scopes',
    street_code      varchar(9) character set ascii collate ascii_bin null
        comment 'Street of the scope, 9 digits; null for other scopes',
    provider_id      bigint null comment 'Provider of the scope; null for other scopes',
    site_id          bigint null comment 'Site of the scope; null for other scopes',
    area             varchar(9) character set ascii collate ascii_bin not null
        comment 'Division code in which the scope is; empty for the whole city',
    secret_hash      varchar(255) character set ascii collate ascii_bin null
        comment 'Hash of the password; null where there is none',
    changes_password boolean not null default false
        comment '1 if the password must be changed at the next sign-in, else 0',
    epoch            int not null comment 'Counts what makes earlier tokens void: a disabling, a change of password',
    version          int not null default 1 comment 'Version for optimistic locking, from 1',
    disabled_at      datetime(6) null comment 'When the account was disabled, UTC; null while it is enabled',
    disabled_by      varchar(64) character set ascii collate ascii_bin null comment 'Account that disabled it',
    pending_since    datetime(6) null
        comment 'Since when the account has waited for a second person, UTC; null if it does not wait',
    confirmed_by     varchar(64) character set ascii collate ascii_bin null
        comment 'Account of the second person; system where none was required',
    created_at       datetime(6) not null comment 'When the account was made, UTC',
    created_by       varchar(64) character set ascii collate ascii_bin not null comment 'Account that made it',
    changed_at       datetime(6) null comment 'When the account was last changed, UTC; null if never',
    changed_by       varchar(64) character set ascii collate ascii_bin null comment 'Account that changed it last',
    primary key (name),
    key account_by_site (site_id, name),
    key account_by_area (area, name),
    constraint account_one_scope check (
        (district_code is not null) + (street_code is not null)
        + (provider_id is not null) + (site_id is not null) <= 1),
    constraint account_pending_is_not_confirmed check (pending_since is null or confirmed_by is null)
) engine = InnoDB default charset = utf8mb4
    comment = 'Users and terminals that may sign in';

create table account_maker (
    name  varchar(64) character set ascii collate ascii_bin not null comment 'Waiting account',
    maker varchar(64) character set ascii collate ascii_bin not null
        comment 'Account that made it, or gave it a role, a scope or a password since it was last confirmed',
    primary key (name, maker),
    constraint account_maker_of_account foreign key (name) references account (name)
) engine = InnoDB default charset = utf8mb4
    comment = 'Persons who made or changed a waiting account and so may not confirm it';

create table terminal (
    terminal_id      varchar(64) character set ascii collate ascii_bin not null comment 'Name of its account',
    label            varchar(100) not null comment 'Label for people',
    activation_hash  char(64) character set ascii collate ascii_bin null
        comment 'Hash of the activation code, hex; null once it was used',
    activation_until datetime(6) null comment 'Until when the activation code is valid, UTC',
    activated_at     datetime(6) null comment 'When the terminal was activated, UTC, by the machine clock',
    signing_key      varchar(255) character set ascii collate ascii_bin null
        comment 'Sealed key with which the till signs offline receipts',
    active_since     datetime(6) null
        comment 'Since when the terminal may have sold, UTC, by the business clock; earlier receipts are refused',
    primary key (terminal_id),
    constraint terminal_of_account foreign key (terminal_id) references account (name)
) engine = InnoDB default charset = utf8mb4
    comment = 'What a till has besides its account';

create table signing_key (
    key_id  varchar(64) character set ascii collate ascii_bin not null comment 'Id of the key in a token',
    sealed  text character set ascii collate ascii_bin not null comment 'Sealed key pair',
    made_at datetime(6) not null comment 'When the key was made, UTC',
    primary key (key_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Key pairs that sign tokens: the newest signs, all of them verify';

create table token_family (
    family_id  bigint not null comment 'Id of the family',
    name       varchar(64) character set ascii collate ascii_bin not null comment 'Account that signed in',
    epoch      int not null comment 'Epoch of the account at the sign-in',
    started_at datetime(6) not null comment 'When the account signed in, UTC',
    ends_at    datetime(6) not null comment 'When the family expires, UTC',
    ended_at   datetime(6) null comment 'When the family was ended before that, UTC; null if it was not',
    primary key (family_id),
    key token_family_by_end (ends_at)
) engine = InnoDB default charset = utf8mb4
    comment = 'Sign-ins; all refresh tokens that follow from one sign-in are a family';

create table refresh_token (
    token_hash char(64) character set ascii collate ascii_bin not null comment 'Hash of the token, hex',
    family_id  bigint not null comment 'Family of the token',
    used_at    datetime(6) null comment 'When the token was used, UTC; null if it was not',
    successor  text character set ascii collate ascii_bin null comment 'Sealed successor; null until the token is used',
    primary key (token_hash),
    key refresh_token_by_family (family_id),
    key refresh_token_by_use (used_at),
    constraint refresh_token_of_token_family foreign key (family_id)
        references token_family (family_id) on delete cascade
) engine = InnoDB default charset = utf8mb4
    comment = 'Refresh tokens; each is used once, and its successor is kept for 60 s in case the answer was lost';

create table revocation (
    subject varchar(80) character set ascii collate ascii_bin not null
        comment 'name:… for tokens of an account below an epoch, family:… for tokens of a family',
    epoch   int not null comment 'Tokens with an epoch below this are void',
    ends_at datetime(6) not null comment 'When the last such token expires, UTC',
    primary key (subject),
    key revocation_by_end (ends_at)
) engine = InnoDB default charset = utf8mb4
    comment = 'What makes access tokens void before they expire';

create table sign_in_address (
    name         varchar(64) character set ascii collate ascii_bin not null comment 'Account',
    address_hash char(64) character set ascii collate ascii_bin not null comment 'Keyed hash of the address, hex',
    last_at      datetime(6) not null comment 'Last sign-in from there, UTC',
    primary key (name, address_hash),
    key sign_in_address_by_time (last_at)
) engine = InnoDB default charset = utf8mb4
    comment = 'Addresses from which an account has signed in within 90 days; other addresses wait while it is attacked';
