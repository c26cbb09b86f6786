-- Dishes of sites, and menus from which meals are ordered beforehand.
-- Written by package menu alone.
--
-- Portions are counted in the transaction of the order, by an update that finds no row when none is left.

create table dish (
    site_id         bigint not null comment 'Site',
    sku             varchar(64) character set ascii collate ascii_bin not null comment 'Code of the dish',
    position        int not null comment 'Position on the list of the site, from 0',
    name_zh         varchar(100) not null comment 'Name in Chinese',
    name_en         varchar(100) not null comment 'Name in English',
    allergens       longtext not null comment 'Words of allergens, a word a line',
    diet            varchar(1000) not null comment 'Words of diets for which the dish is fit, a word a line',
    energy_kj       int null comment 'Energy of a portion in kJ; null if unknown',
    protein_mg      int null comment 'Protein of a portion in mg; null if unknown',
    fat_mg          int null comment 'Fat of a portion in mg; null if unknown',
    carbohydrate_mg int null comment 'Carbohydrate of a portion in mg; null if unknown',
    sodium_mg       int null comment 'Sodium of a portion in mg; null if unknown',
    primary key (site_id, sku)
) engine = InnoDB default charset = utf8mb4
    comment = 'Dishes that a site cooks';

create table menu (
    site_id     bigint not null comment 'Site',
    menu_date   date not null comment 'Day of the meal',
    slot        varchar(9) character set ascii collate ascii_bin not null
        comment 'Meal of the day: BREAKFAST, LUNCH or DINNER',
    order_until datetime(6) not null comment 'Until when meals can be ordered, UTC',
    set_by      varchar(64) character set ascii collate ascii_bin not null comment 'Account that set it',
    set_at      datetime(6) not null comment 'When it was set, UTC',
    primary key (site_id, menu_date, slot)
) engine = InnoDB default charset = utf8mb4
    comment = 'Menus of sites, one for each day and slot';

create table menu_item (
    site_id   bigint not null comment 'Site',
    menu_date date not null comment 'Day of the meal',
    slot      varchar(9) character set ascii collate ascii_bin not null
        comment 'Meal of the day: BREAKFAST, LUNCH or DINNER',
    sku       varchar(64) character set ascii collate ascii_bin not null comment 'Code of the dish',
    position  int not null comment 'Position on the menu, from 0',
    portions  int not null comment 'Portions that are cooked for orders',
    ordered   int not null
        comment 'Portions that are ordered; above portions only where a late proof of delivery took a portion again',
    primary key (site_id, menu_date, slot, sku),
    constraint menu_item_counts check (portions >= 0 and ordered >= 0)
) engine = InnoDB default charset = utf8mb4
    comment = 'Dishes of a menu and their portions';
