-- Runs that a dispatcher cancels, and riders that a run had before another rider took it over: what they did until then
-- is still reported later. Written by package delivery alone.

alter table delivery_run
    drop constraint delivery_run_state;

alter table delivery_run
    modify column state varchar(9) character set ascii collate ascii_bin not null
        comment 'PLANNED, OUT, FINISHED, NO_SHOW (the carrier did not come) or CANCELLED',
    add constraint delivery_run_state check (state in ('PLANNED', 'OUT', 'FINISHED', 'NO_SHOW', 'CANCELLED'));

create table delivery_earlier_rider (
    run_id   bigint not null comment 'Run',
    until_at datetime(6) not null comment 'When another rider took the run over, UTC',
    rider    varchar(64) character set ascii collate ascii_bin not null comment 'Account of the rider until then',
    given_by varchar(64) character set ascii collate ascii_bin not null
        comment 'Account of the dispatcher who gave the run to another rider',
    primary key (run_id, until_at),
    constraint delivery_earlier_rider_of_delivery_run foreign key (run_id) references delivery_run (run_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'Riders that runs had before; a handover until then is accepted from them';
