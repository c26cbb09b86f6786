-- Addresses of others' software that are told what happens. Package webhook alone writes these
-- tables. The secret that signs is sealed; a delivery is kept with all its tries, so that both sides
-- can see what was said.

create table webhook (
    webhook_id    bigint       not null,
    role          varchar(20)  character set ascii collate ascii_bin not null,
    scope         varchar(64)  character set ascii collate ascii_bin not null,
    url           varchar(500) character set ascii collate ascii_bin not null,
    events        varchar(500) character set ascii collate ascii_bin not null,
    sealed_secret varchar(300) character set ascii collate ascii_bin not null,
    created_at    datetime(6)  not null,
    created_by    varchar(64)  character set ascii collate ascii_bin not null,
    deleted_at    datetime(6)  null,
    deleted_by    varchar(64)  character set ascii collate ascii_bin null,
    primary key (webhook_id),
    key webhook_scope (scope, webhook_id)
) engine = InnoDB default charset = utf8mb4;

create table webhook_delivery (
    delivery_id bigint      not null,
    webhook_id  bigint      not null,
    event_id    bigint      not null,
    type        varchar(32) character set ascii collate ascii_bin not null,
    content     longtext    not null,
    state       varchar(9)  character set ascii collate ascii_bin not null,
    tries       int         not null,
    created_at  datetime(6) not null,
    next_try_at datetime(6) null,
    ended_at    datetime(6) null,
    primary key (delivery_id),
    constraint webhook_delivery_once unique (webhook_id, event_id),
    key webhook_delivery_due (state, next_try_at),
    key webhook_delivery_log (webhook_id, delivery_id),
    key webhook_delivery_age (created_at),
    constraint webhook_delivery_of_hook foreign key (webhook_id) references webhook (webhook_id),
    constraint webhook_delivery_state check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    constraint webhook_delivery_waits check ((state = 'WAITING') = (next_try_at is not null))
) engine = InnoDB default charset = utf8mb4;

create table webhook_try (
    delivery_id bigint      not null,
    number      int         not null,
    at          datetime(6) not null,
    status      int         null,
    outcome     varchar(32) character set ascii collate ascii_bin not null,
    took_ms     int         not null,
    primary key (delivery_id, number),
    constraint webhook_try_of_delivery foreign key (delivery_id)
        references webhook_delivery (delivery_id) on delete cascade
) engine = InnoDB default charset = utf8mb4;
