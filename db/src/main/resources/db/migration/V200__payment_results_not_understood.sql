-- Lines of a bank's answer that say nothing definite are kept as well (package payment alone writes this table):
-- effect PENDING (on its way: nothing changed) or UNREAD (not understood), both without an outcome. place says where
-- in the file a line was, so that a person finds it.

alter table payment_result
    modify column outcome varchar(8) character set ascii collate ascii_bin null,
    add column place varchar(80) character set ascii collate ascii_bin null;
