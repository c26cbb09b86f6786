-- By what means each refund was paid out: a refund counts in the shift that gave it, whatever the
-- shift of its sale. Package order alone writes this table.

create table order_refund_tender (
    refund_id bigint      not null,
    type      varchar(10) character set ascii collate ascii_bin not null,
    fen       bigint      not null,
    primary key (refund_id, type),
    constraint order_refund_tender_fen check (fen > 0)
) engine = InnoDB default charset = utf8mb4;

-- Of refunds before this table it is known where the order was paid by one means, or had one refund.
insert into order_refund_tender (refund_id, type, fen)
select r.refund_id, min(t.type), r.returned_fen
  from order_refund r
  join order_tender t on t.order_id = r.order_id
 where r.returned_fen > 0
 group by r.refund_id, r.returned_fen
having count(distinct t.type) = 1;

insert into order_refund_tender (refund_id, type, fen)
select r.refund_id, t.type, sum(t.refunded_fen)
  from order_refund r
  join order_tender t on t.order_id = r.order_id
  join (select order_id, count(*) as refunds from order_refund group by order_id) n
    on n.order_id = r.order_id and n.refunds = 1
  join (select order_id, count(distinct type) as types from order_tender group by order_id) m
    on m.order_id = r.order_id and m.types > 1
 where t.refunded_fen > 0
 group by r.refund_id, t.type;

alter table order_refund
    add key order_refund_till (terminal, happened_at);

alter table shift_report
    add key shift_report_till (terminal, from_at);
