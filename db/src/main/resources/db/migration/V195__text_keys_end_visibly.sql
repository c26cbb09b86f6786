-- Texts in keys do not end in a blank: both databases overlook such blanks when they compare, and
-- Java does not, so two names that Java tells apart would be one key (decision 0195). The doors fold or
-- refuse such texts already; this is the second line. The tables are those of till, order, close, fund,
-- receipt, preorder and ledger.
--
-- A table that holds such a text from earlier keeps it and goes without the constraint: a journal or a
-- statement is never rewritten. Adding a constraint copies the table on MySQL; the largest is
-- preorder_step.

set @add = if(
    exists (select 1 from tender_reference where reference like '% '),
    'do 0',
    'alter table tender_reference add constraint tender_reference_reference_ends_visibly check (reference not like ''% '')');
prepare add_check from @add;
execute add_check;
deallocate prepare add_check;

set @add = if(
    exists (select 1 from offline_receipt where local_id like '% '),
    'do 0',
    'alter table offline_receipt add constraint offline_receipt_local_id_ends_visibly check (local_id not like ''% '')');
prepare add_check from @add;
execute add_check;
deallocate prepare add_check;

set @add = if(
    exists (select 1 from shift_report where shift_id like '% '),
    'do 0',
    'alter table shift_report add constraint shift_report_shift_id_ends_visibly check (shift_id not like ''% '')');
prepare add_check from @add;
execute add_check;
deallocate prepare add_check;

set @add = if(
    exists (select 1 from statement_fund where payer like '% '),
    'do 0',
    'alter table statement_fund add constraint statement_fund_payer_ends_visibly check (payer not like ''% '')');
prepare add_check from @add;
execute add_check;
deallocate prepare add_check;

set @add = if(
    exists (select 1 from fund_year where payer like '% '),
    'do 0',
    'alter table fund_year add constraint fund_year_payer_ends_visibly check (payer not like ''% '')');
prepare add_check from @add;
execute add_check;
deallocate prepare add_check;

set @add = if(
    exists (select 1 from fund_warning where payer like '% '),
    'do 0',
    'alter table fund_warning add constraint fund_warning_payer_ends_visibly check (payer not like ''% '')');
prepare add_check from @add;
execute add_check;
deallocate prepare add_check;

set @add = if(
    exists (select 1 from money_receipt where reference like '% '),
    'do 0',
    'alter table money_receipt add constraint money_receipt_reference_ends_visibly check (reference not like ''% '')');
prepare add_check from @add;
execute add_check;
deallocate prepare add_check;

set @add = if(
    exists (select 1 from money_source where source like '% '),
    'do 0',
    'alter table money_source add constraint money_source_source_ends_visibly check (source not like ''% '')');
prepare add_check from @add;
execute add_check;
deallocate prepare add_check;

set @add = if(
    exists (select 1 from preorder_step where action_id like '% '),
    'do 0',
    'alter table preorder_step add constraint preorder_step_action_id_ends_visibly check (action_id not like ''% '')');
prepare add_check from @add;
execute add_check;
deallocate prepare add_check;

set @add = if(
    exists (select 1 from ledger_opening where account_owner like '% '),
    'do 0',
    'alter table ledger_opening add constraint ledger_opening_account_owner_ends_visibly check (account_owner not like ''% '')');
prepare add_check from @add;
execute add_check;
deallocate prepare add_check;
