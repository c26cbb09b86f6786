-- Who may sign in, with what, until when (package access alone writes these tables).
--
-- Users and terminals share one space of names, because tokens, idempotency keys and histories name
-- a caller by it. `epoch` counts what makes earlier tokens void: a disabling, a change of password.

create table account (
    name          varchar(64)  character set ascii collate ascii_bin not null,
    role          varchar(32)  character set ascii collate ascii_bin not null,
    district_code varchar(6)   character set ascii collate ascii_bin null,
    street_code   varchar(9)   character set ascii collate ascii_bin null,
    provider_id   bigint       null,
    site_id       bigint       null,
    area          varchar(9)   character set ascii collate ascii_bin not null,
    secret_hash   varchar(255) character set ascii collate ascii_bin null,
    epoch         int          not null,
    disabled_at   datetime(6)  null,
    disabled_by   varchar(64)  character set ascii collate ascii_bin null,
    created_at    datetime(6)  not null,
    created_by    varchar(64)  character set ascii collate ascii_bin not null,
    primary key (name),
    key account_by_site (site_id, name),
    key account_by_area (area, name),
    constraint account_one_scope check (
        (district_code is not null) + (street_code is not null)
        + (provider_id is not null) + (site_id is not null) <= 1)
) engine = InnoDB default charset = utf8mb4;

-- What a till has besides its account. The key for offline receipts is sealed with a key from the
-- configuration.
create table terminal (
    terminal_id      varchar(64)  character set ascii collate ascii_bin not null,
    label            varchar(100) not null,
    activation_hash  char(64)     character set ascii collate ascii_bin null,
    activation_until datetime(6)  null,
    activated_at     datetime(6)  null,
    signing_key      varchar(255) character set ascii collate ascii_bin null,
    primary key (terminal_id),
    constraint terminal_has_account foreign key (terminal_id) references account (name)
) engine = InnoDB default charset = utf8mb4;

-- The keys that sign tokens, sealed likewise; the newest signs, all that are here verify.
create table signing_key (
    key_id  varchar(64) character set ascii collate ascii_bin not null,
    sealed  text        character set ascii collate ascii_bin not null,
    made_at datetime(6) not null,
    primary key (key_id)
) engine = InnoDB default charset = utf8mb4;

-- One sign-in and all the refresh tokens that follow from it.
create table token_family (
    family_id  bigint      not null,
    name       varchar(64) character set ascii collate ascii_bin not null,
    epoch      int         not null,
    started_at datetime(6) not null,
    ends_at    datetime(6) not null,
    ended_at   datetime(6) null,
    primary key (family_id),
    key token_family_by_end (ends_at)
) engine = InnoDB default charset = utf8mb4;

-- A refresh token is used once. For 60 s its successor is kept, sealed, because the answer may have
-- been lost.
create table refresh_token (
    token_hash char(64)    character set ascii collate ascii_bin not null,
    family_id  bigint      not null,
    used_at    datetime(6) null,
    successor  text        character set ascii collate ascii_bin null,
    primary key (token_hash),
    key refresh_token_by_family (family_id),
    key refresh_token_by_use (used_at),
    constraint refresh_token_of_family
        foreign key (family_id) references token_family (family_id) on delete cascade
) engine = InnoDB default charset = utf8mb4;

-- What makes access tokens void before they expire: `name:…` below an epoch, or `family:…`.
create table revocation (
    subject varchar(80) character set ascii collate ascii_bin not null,
    epoch   int         not null,
    ends_at datetime(6) not null,
    primary key (subject),
    key revocation_by_end (ends_at)
) engine = InnoDB default charset = utf8mb4;
