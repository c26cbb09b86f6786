-- Answers of requests that must not be done twice.
-- Written by package http alone.
--
-- An answer is written in the transaction of its work and kept for 8 days; the contract promises 7. Answers are stored
-- in the order in which they were given, so that a new one is appended; only the short entry of the unique key is
-- inserted elsewhere (docs/decisions/0046).

create table idempotency_key (
    answer_id       bigint not null auto_increment comment 'Number of the answer',
    caller          varchar(64) character set ascii collate ascii_bin not null
        comment 'Name of the account that sent the request',
    idempotency_key varchar(128) character set ascii collate ascii_bin not null comment 'Key as the caller sent it',
    fingerprint     char(64) character set ascii collate ascii_bin not null
        comment 'Keyed hash of operation, path and content, hex; another content with the same key is refused',
    status          smallint not null comment 'HTTP status of the answer, 200 to 299',
    answer          longtext not null comment 'Body of the answer, JSON',
    kept_at         datetime(6) not null comment 'When the answer was given, UTC',
    primary key (answer_id),
    constraint idempotency_key_once unique (caller, idempotency_key),
    key idempotency_key_by_age (kept_at),
    constraint idempotency_key_only_done check (status between 200 and 299)
) engine = InnoDB default charset = utf8mb4
    comment = 'Answers of requests with an Idempotency-Key';
