-- For whom a dish is fit is a list of words like its allergens, not of five codes alone (package menu writes
-- it). Who accepted that a dish holds an allergen of the elder, or does not meet a diet the elder needs, is
-- kept with the order (package preorder) and with the plan that orders for it (package plan).

alter table dish modify column diet varchar(1000) not null;

alter table preorder
    add column allergen_accepted_by varchar(64) character set ascii collate ascii_bin null,
    add column diet_accepted_by varchar(64) character set ascii collate ascii_bin null;

alter table meal_plan add column diet_accepted tinyint not null default 0;
