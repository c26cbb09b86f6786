-- What happened and has to be told outside: to pages that are open, to providers' own software.
-- Package event alone writes these tables. An event is written in the transaction of what happened,
-- so that neither is there without the other.

create table event_outbox (
    event_id     bigint      not null,
    type         varchar(32) character set ascii collate ascii_bin not null,
    order_id     bigint      null,
    site_id      bigint      null,
    provider_id  bigint      null,
    deliverer_id bigint      null,
    division     varchar(9)  character set ascii collate ascii_bin not null,
    username     varchar(64) character set ascii collate ascii_bin null,
    content      longtext    not null,
    happened_at  datetime(6) not null,
    written_at   datetime(6) not null,
    primary key (event_id),
    key event_outbox_age (written_at)
) engine = InnoDB default charset = utf8mb4;

-- A row for each event and each reader that has not told it yet.
create table event_due (
    reader   varchar(8) character set ascii collate ascii_bin not null,
    event_id bigint     not null,
    primary key (reader, event_id)
) engine = InnoDB default charset = utf8mb4;

-- One node at a time works for a reader, so that events keep their order.
create table event_turn (
    reader varchar(8) character set ascii collate ascii_bin not null,
    primary key (reader)
) engine = InnoDB default charset = utf8mb4;

insert into event_turn (reader) values ('LIVE'), ('WEBHOOK');
