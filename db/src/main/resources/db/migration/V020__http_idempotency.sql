-- The answer of every request that must not be done twice, written in the transaction of its work
-- (package http alone writes it). Kept for 8 days; the contract promises 7.
create table idempotency_key (
    caller          varchar(64)  character set ascii collate ascii_bin not null,
    idempotency_key varchar(128) character set ascii collate ascii_bin not null,
    fingerprint     char(64)     character set ascii collate ascii_bin not null,
    status          smallint     not null,
    answer          longtext     not null,
    kept_at         datetime(6)  not null,
    primary key (caller, idempotency_key),
    key idempotency_key_by_age (kept_at),
    constraint idempotency_key_only_done check (status between 200 and 299)
) engine = InnoDB default charset = utf8mb4;
