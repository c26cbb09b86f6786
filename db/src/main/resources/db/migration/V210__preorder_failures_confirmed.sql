-- Who else than the kitchen said that a meal failed as it was reported: the carrier that did not come, or
-- an officer of the street. Package preorder alone writes it; without it only the kitchen bears a
-- meal for which no carrier came (docs/decisions/0210).

alter table preorder
    add column failure_confirmed_by varchar(64) character set ascii collate ascii_bin null,
    add column failure_confirmed_at datetime(6) null,
    add constraint preorder_confirmed_whole
        check ((failure_confirmed_by is null) = (failure_confirmed_at is null));
