-- Reference data: Beijing's two policies of 2022 (package policy alone writes these tables otherwise):
-- 5 yuan a day off a lunch or dinner of more than 5 yuan for elders entitled to basic care, and 3 yuan
-- a day to the site that serves them. A version that is there already stays as it is: it may have been
-- ended since.
insert into policy_version
    (code, version, owner, document, author, written_at, released_by, released_at)
select fresh.code, fresh.version, fresh.owner, fresh.document,
    'reference data', '2022-03-31 16:00:00', 'migration', '2022-03-31 16:00:00'
from (
    select 'BJ-DINER' as code, 1 as version, '11' as owner,
        '{"code":"BJ-DINER","version":1,"name":{"zh":"基本养老服务对象就餐补贴","en":"Meal subsidy for elders entitled to basic care"},"owner":"11","effectiveFrom":"2022-04-01","effectiveTo":null,"side":"DINER","payee":null,"group":null,"stage":10,"priority":100,"who":[{"minAge":60,"household":"LOCAL","anyCategory":["EXTREME_POVERTY"],"notInInstitution":true},{"minAge":80,"household":"LOCAL","anyCategory":["MINIMUM_LIVING","LOW_INCOME"],"notInInstitution":true},{"minAge":60,"household":"LOCAL","anyCategory":["DISABLED","DEMENTIA","SEVERE_DISABILITY","FAMILY_PLANNING_SPECIAL"],"notInInstitution":true}],"where":{"within":"ANY","of":"HOUSEHOLD","siteTypes":null,"minSiteGrade":0,"listedOnly":true},"when":{"slots":["LUNCH","DINNER"],"weekdays":null,"calendar":"ANY"},"how":null,"bill":{"basis":"BILL","moreThanFen":500,"atLeastFen":null,"atMostFen":null},"needsDinerGrant":false,"amount":{"type":"FIXED","fen":500},"limits":[{"on":"ELDER","per":"DAY","meals":1,"fen":null}],"funding":[{"payer":"11","weight":1},{"payer":"DISTRICT","weight":1}]}' as document
    union all select 'BJ-FLOW', 1, '11',
        '{"code":"BJ-FLOW","version":1,"name":{"zh":"就餐服务流量补贴","en":"Subsidy to the site for each meal served"},"owner":"11","effectiveFrom":"2022-04-01","effectiveTo":null,"side":"PROVIDER","payee":null,"group":null,"stage":10,"priority":100,"who":[{"minAge":60,"household":"LOCAL","anyCategory":["EXTREME_POVERTY"],"notInInstitution":true},{"minAge":80,"household":"LOCAL","anyCategory":["MINIMUM_LIVING","LOW_INCOME"],"notInInstitution":true},{"minAge":60,"household":"LOCAL","anyCategory":["DISABLED","DEMENTIA","SEVERE_DISABILITY","FAMILY_PLANNING_SPECIAL"],"notInInstitution":true}],"where":{"within":"ANY","of":"HOUSEHOLD","siteTypes":null,"minSiteGrade":0,"listedOnly":true},"when":{"slots":["LUNCH","DINNER"],"weekdays":null,"calendar":"ANY"},"how":null,"bill":null,"needsDinerGrant":false,"amount":{"type":"FIXED","fen":300},"limits":[{"on":"ELDER","per":"DAY","meals":1,"fen":null}],"funding":[{"payer":"11","weight":1}]}'
) fresh
where not exists (
    select 1 from policy_version kept
    where kept.code = fresh.code and kept.version = fresh.version);

update policy_change set changes = changes + 1 where id = 1;
