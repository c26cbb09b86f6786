-- What an audit entry changed, and where.
-- Written by package audit alone.
--
-- The content of an entry is a row of its own, because nodes of the release before hash entries without it: the
-- entry's detail begins with the hash of the content, so that the chain protects both. Values are masked before they
-- are written. New areas: providers, sites, prices, menus, budgets and payments.

create table audit_content (
    entry_id bigint not null comment 'Entry',
    division varchar(9) character set ascii collate ascii_bin not null
        comment 'Division that the subject belongs to; empty for the city',
    changes  longtext not null
        comment 'Changed fields, one a line: field, value before, value after, separated by tabs; values are masked',
    primary key (entry_id),
    key audit_content_by_division (division, entry_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin
    comment = 'Content of audit entries; append-only';

delimiter //
create trigger audit_content_is_never_updated before update on audit_content for each row
    signal sqlstate '45000' set message_text = 'the audit log is never changed'//
create trigger audit_content_is_never_deleted before delete on audit_content for each row
    signal sqlstate '45000' set message_text = 'the audit log is never deleted'//
delimiter ;

create index audit_entry_by_area on audit_entry (area, entry_id);
create index audit_entry_by_actor on audit_entry (acted_by, entry_id);

alter table audit_entry modify column area varchar(8) character set ascii collate ascii_bin not null
    comment 'Area: REVIEW, SIGN_IN, ELDER, CARD, POLICY, ACCOUNT, CHECK, PROVIDER, SITE, PRICE, MENU, BUDGET or PAYMENT';

insert into audit_head (area, sequence, hash) values
    ('PROVIDER', 0, repeat('0', 64)), ('SITE', 0, repeat('0', 64)), ('PRICE', 0, repeat('0', 64)),
    ('MENU', 0, repeat('0', 64)), ('BUDGET', 0, repeat('0', 64)), ('PAYMENT', 0, repeat('0', 64));
