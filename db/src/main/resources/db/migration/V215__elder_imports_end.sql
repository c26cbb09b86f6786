-- Imports of elders end in every case (package elder alone writes this table): DONE only when every row
-- was worked off, FAILED with its reason when no run gets further. strikes counts the runs that brought
-- nothing: 7 for one that died or failed, 1 for one that the database turned away; at 21 the job has failed.
alter table elder_import
    add column total_lines int not null default 0 after state,
    add column strikes     int not null default 0 after faults,
    add column failure     varchar(32) character set ascii collate ascii_bin null after strikes,
    modify column encoding varchar(16) character set ascii collate ascii_bin not null,
    modify column state    varchar(16) character set ascii collate ascii_bin not null;

update elder_import set total_lines = total_rows;

update elder_import set state = 'FAILED', failure = 'INCOMPLETE' where state = 'DONE' and done_rows <> total_rows;

alter table elder_import
    add constraint elder_import_lines check (total_lines >= total_rows),
    add constraint elder_import_done check (state <> 'DONE' or done_rows = total_rows),
    add constraint elder_import_failed check ((state = 'FAILED') = (failure is not null));
