-- Starts of processes, and the probe that shows whether the database commits.
-- Written by package db alone.

create table node_start (
    number     bigint not null auto_increment comment 'Number of the start',
    started_at datetime(6) not null comment 'When the process started, UTC',
    primary key (number)
) engine = InnoDB default charset = utf8mb4
    comment = 'Starts of processes; the number of a start is part of the ids which that process makes';

create table database_probe (
    probe_id  bigint not null comment 'Random id of the process',
    probed_at datetime(6) not null comment 'When the row was last written, UTC',
    primary key (probe_id)
) engine = InnoDB default charset = utf8mb4
    comment = 'A row for each running process, written each second to see whether commits succeed';
