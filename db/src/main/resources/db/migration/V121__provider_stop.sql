-- Times in which a provider sells without subsidy: suspensions, and the end of its contract.
-- Written by package provider alone.
--
-- Dated by instant, because receipts of offline tills are judged by the instant of the sale. The version of a provider
-- also tells the caches of all nodes that a stop was added or ended.

alter table provider
    add column version int not null default 1 comment 'Number of its changes and stops, from 1';

create table provider_stop (
    stop_id     bigint not null comment 'Id of the stop',
    provider_id bigint not null comment 'Provider',
    kind        varchar(10) character set ascii collate ascii_bin not null
        comment 'SUSPENDED: it is not paid meanwhile; ENDED: for good, it is still paid',
    begins_at   datetime(6) not null comment 'First instant of the stop, UTC',
    ends_at     datetime(6) null comment 'First instant after a suspension, UTC; null while it is open',
    reason      varchar(200) not null comment 'Reason that the officer gave; empty for an end',
    stopped_by  varchar(64) character set ascii collate ascii_bin not null comment 'Account that recorded the stop',
    stopped_at  datetime(6) not null comment 'When it was recorded, UTC',
    resumed_by  varchar(64) character set ascii collate ascii_bin null
        comment 'Account that resumed the provider; null while it is open',
    resumed_at  datetime(6) null comment 'When the provider was resumed, UTC; null while it is open',
    primary key (stop_id),
    key provider_stop_by_provider (provider_id, begins_at),
    constraint provider_stop_of_provider foreign key (provider_id) references provider (provider_id),
    constraint provider_stop_kind_known check (kind in ('SUSPENDED', 'ENDED')),
    constraint provider_stop_in_order check (ends_at is null or begins_at <= ends_at),
    constraint provider_stop_resumed_ends check ((ends_at is null) = (resumed_at is null)),
    constraint provider_stop_end_is_final check (kind = 'SUSPENDED' or ends_at is null)
) engine = InnoDB default charset = utf8mb4
    comment = 'Times in which providers sell without subsidy';
