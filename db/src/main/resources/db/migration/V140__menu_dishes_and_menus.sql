-- What a site cooks and what can be ordered of it (package menu alone writes these tables). Portions
-- are counted down in the order's own transaction, by an update that finds no row once none is left.

create table dish (
    site_id         bigint       not null,
    sku             varchar(64)  character set ascii collate ascii_bin not null,
    position        int          not null,
    name_zh         varchar(100) not null,
    name_en         varchar(100) not null,
    -- a word a line
    allergens       longtext     not null,
    diet            varchar(100) character set ascii collate ascii_bin not null,
    energy_kj       int          null,
    protein_mg      int          null,
    fat_mg          int          null,
    carbohydrate_mg int          null,
    sodium_mg       int          null,
    primary key (site_id, sku)
) engine = InnoDB default charset = utf8mb4;

create table menu (
    site_id     bigint      not null,
    menu_date   date        not null,
    slot        varchar(9)  character set ascii collate ascii_bin not null,
    order_until datetime(6) not null,
    set_by      varchar(64) character set ascii collate ascii_bin not null,
    set_at      datetime(6) not null,
    primary key (site_id, menu_date, slot)
) engine = InnoDB default charset = utf8mb4;

-- A failed meal gives its portion back and a late proof of delivery takes it again, whoever has it
-- by then: so `ordered` may pass `portions`, by that way alone.
create table menu_item (
    site_id   bigint      not null,
    menu_date date        not null,
    slot      varchar(9)  character set ascii collate ascii_bin not null,
    sku       varchar(64) character set ascii collate ascii_bin not null,
    position  int         not null,
    portions  int         not null,
    ordered   int         not null,
    primary key (site_id, menu_date, slot, sku),
    constraint menu_item_counts check (portions >= 0 and ordered >= 0)
) engine = InnoDB default charset = utf8mb4;
