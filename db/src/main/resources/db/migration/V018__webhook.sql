-- Addresses of software of others that receives events, and the deliveries to them.
-- Written by package webhook alone.

create table webhook (
    webhook_id    bigint not null comment 'Id of the webhook',
    role          varchar(20) character set ascii collate ascii_bin not null comment 'Role of the account that made it',
    scope         varchar(64) character set ascii collate ascii_bin not null
        comment 'Scope of the account that made it',
    url           varchar(500) character set ascii collate ascii_bin not null comment 'Address',
    events        varchar(500) character set ascii collate ascii_bin not null
        comment 'Types of events, separated by commas',
    sealed_secret varchar(300) character set ascii collate ascii_bin not null
        comment 'Sealed secret that signs deliveries',
    created_at    datetime(6) not null comment 'When it was made, UTC',
    created_by    varchar(64) character set ascii collate ascii_bin not null comment 'Account that made it',
    deleted_at    datetime(6) null comment 'When it was deleted, UTC; null while it is in use',
    deleted_by    varchar(64) character set ascii collate ascii_bin null comment 'Account that deleted it',
    primary key (webhook_id),
    key webhook_scope (scope, webhook_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Addresses that receive events';

create table webhook_delivery (
    delivery_id bigint not null comment 'Id of the delivery',
    webhook_id  bigint not null comment 'Webhook',
    event_id    bigint not null comment 'Event',
    type        varchar(32) character set ascii collate ascii_bin not null comment 'Type of the event',
    content     longtext not null comment 'Body that is sent, JSON',
    state       varchar(9) character set ascii collate ascii_bin not null comment 'WAITING, DELIVERED or GIVEN_UP',
    tries       int not null comment 'Number of tries',
    created_at  datetime(6) not null comment 'When it was made, UTC',
    next_try_at datetime(6) null comment 'When it is tried next, UTC; null unless it waits',
    ended_at    datetime(6) null comment 'When it was delivered or given up, UTC; null while it waits',
    primary key (delivery_id),
    constraint webhook_delivery_once unique (webhook_id, event_id),
    key webhook_delivery_due (state, next_try_at),
    key webhook_delivery_log (webhook_id, delivery_id),
    key webhook_delivery_age (created_at),
    key webhook_delivery_by_hook (state, webhook_id, next_try_at),
    constraint webhook_delivery_of_webhook foreign key (webhook_id) references webhook (webhook_id),
    constraint webhook_delivery_state check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    constraint webhook_delivery_waits check ((state = 'WAITING') = (next_try_at is not null))
) engine = InnoDB default charset = utf8mb4
    comment = 'Deliveries of events to addresses';

create table webhook_try (
    delivery_id bigint not null comment 'Delivery',
    number      int not null comment 'Number of the try, from 1',
    at          datetime(6) not null comment 'When it was tried, UTC',
    status      int null comment 'HTTP status of the answer; null without an answer',
    outcome     varchar(32) character set ascii collate ascii_bin not null comment 'What came of it',
    took_ms     int not null comment 'Duration in milliseconds',
    primary key (delivery_id, number),
    constraint webhook_try_of_webhook_delivery foreign key (delivery_id)
        references webhook_delivery (delivery_id) on delete cascade
) engine = InnoDB default charset = utf8mb4
    comment = 'Tries of deliveries';
