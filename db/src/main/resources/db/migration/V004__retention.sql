-- Which records are too old, and up to which day they may be gone.
-- Written by package retention alone. The packages that write the records delete them.
--
-- A mark only moves on. The triggers that keep records from every program allow a deletion only before the mark, so a
-- deletion always leaves a mark behind (docs/decisions/0045).

create table retention_run (
    run_id      bigint not null comment 'Id of the run for one kind',
    kind        varchar(32) character set ascii collate ascii_bin not null
        comment 'Kind of records, such as journals or statements',
    kept_period varchar(16) character set ascii collate ascii_bin not null
        comment 'How long records of the kind are kept, as an ISO 8601 period',
    before_date date not null comment 'Records from before this day are too old',
    due         bigint not null comment 'Number of records that were too old',
    deleted     bigint not null comment 'Number of records that were deleted',
    ran_at      datetime(6) not null comment 'When the job ran, UTC',
    primary key (run_id),
    constraint retention_run_deletes_no_more_than_is_due check (deleted between 0 and due)
) engine = InnoDB default charset = utf8mb4
    comment = 'Runs of the retention job: what was too old, and how much of it was deleted';

create table retention_mark (
    kind        varchar(32) character set ascii collate ascii_bin not null
        comment 'Kind of records: journals, statements or access-logs',
    before_date date not null comment 'Records from before this day may be gone',
    primary key (kind)
) engine = InnoDB default charset = utf8mb4
    comment = 'For each kind the day before which records may be gone';

delimiter //
create trigger retention_mark_never_goes_back before update on retention_mark for each row
begin
    if new.before_date < old.before_date or new.kind <> old.kind then
        signal sqlstate '45000' set message_text = 'a retention mark only moves on';
    end if;
end//
create trigger retention_mark_is_never_deleted before delete on retention_mark for each row
    signal sqlstate '45000' set message_text = 'a retention mark is never deleted'//
delimiter ;
