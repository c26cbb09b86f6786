-- How many elders a welfare round could not look at (package welfare alone writes this table); the log names them.
alter table welfare_round
    add column skipped int not null default 0;
