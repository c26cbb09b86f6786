-- A photo proves one order: it is kept with it and counts once, by its bytes and by what it shows (package
-- delivery alone writes this table). The table before knew riders only, so one photo proved any number of
-- orders; what it knows of photos that are proofs is taken over, each for the first of its orders.

create table delivery_order_photo (
    -- SHA-256 of the bytes
    photo    char(64)    character set ascii collate ascii_bin not null,
    order_id bigint      not null,
    -- SHA-256 of the decoded picture
    picture  char(64)    character set ascii collate ascii_bin not null,
    rider    varchar(64) character set ascii collate ascii_bin not null,
    bytes    int         not null,
    taken_at datetime(6) not null,
    primary key (photo),
    constraint delivery_order_photo_picture_once unique (picture),
    key delivery_order_photo_order (order_id),
    key delivery_order_photo_age (taken_at)
) engine = InnoDB default charset = utf8mb4;

insert into delivery_order_photo (photo, order_id, picture, rider, bytes, taken_at)
select p.photo, min(p.order_id), p.photo, min(d.rider), min(d.bytes), min(d.taken_at)
  from delivery_proof p
  join delivery_photo d on d.photo = p.photo
 group by p.photo;

drop table delivery_photo;
