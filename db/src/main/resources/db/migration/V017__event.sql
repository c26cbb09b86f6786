-- Events for open pages and for software of others.
-- Written by package event alone.
--
-- An event is written in the transaction of what happened (docs/decisions/0025).

create table event_outbox (
    event_id     bigint not null comment 'Id of the event',
    type         varchar(32) character set ascii collate ascii_bin not null comment 'Type, such as order.placed',
    order_id     bigint null comment 'Order; null if it is not about one',
    site_id      bigint null comment 'Site; null if it is not about one',
    provider_id  bigint null comment 'Provider; null if it is not about one',
    deliverer_id bigint null comment 'Provider that delivers; null if it is not about one',
    division     varchar(9) character set ascii collate ascii_bin not null
        comment 'Division that it concerns; empty if it concerns none',
    username     varchar(64) character set ascii collate ascii_bin null
        comment 'Account that it concerns; null if it concerns none',
    content      longtext not null comment 'Content of the event, JSON: ids only, no names',
    happened_at  datetime(6) not null comment 'When it happened, UTC',
    written_at   datetime(6) not null comment 'When it was written, UTC',
    primary key (event_id),
    key event_outbox_age (written_at)
) engine = InnoDB default charset = utf8mb4
    comment = 'Events';

create table event_due (
    reader   varchar(8) character set ascii collate ascii_bin not null comment 'LIVE or WEBHOOK',
    event_id bigint not null comment 'Event',
    primary key (reader, event_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Events that a reader has not handled yet';

create table event_turn (
    reader varchar(8) character set ascii collate ascii_bin not null comment 'LIVE or WEBHOOK',
    primary key (reader)
) engine = InnoDB default charset = utf8mb4
    comment = 'One row for each reader; one node at a time locks it, so that events keep their order';

insert into event_turn (reader) values ('LIVE'), ('WEBHOOK');
