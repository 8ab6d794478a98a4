-- 2026-11-29T17:20:43.0402067+00:00
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO __EFMigrationsHistory VALUES('20261125231318_Initial','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261128203345_Conversations','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261128203500_WaitingForOperators','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261128210000_FewRowsRead','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261128210500_ApprovalEnding','10.0.15');
CREATE TABLE IF NOT EXISTS "Approvals" (
    "SubjectId" TEXT NOT NULL CONSTRAINT "PK_Approvals" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "AskerId" TEXT NOT NULL,
    "AskerName" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Facts" TEXT NOT NULL,
    "Warnings" TEXT NOT NULL,
    "Later" TEXT NOT NULL,
    "Sights" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Fingerprint" BLOB NOT NULL,
    "State" TEXT NOT NULL,
    "Required" INTEGER NOT NULL,
    "Role" TEXT NOT NULL,
    "Why" TEXT NOT NULL,
    "Decisions" TEXT NOT NULL,
    "Handovers" TEXT NOT NULL,
    "Outcome" TEXT NULL,
    "Room" TEXT NOT NULL,
    "PostId" TEXT NULL,
    "SecondRoom" TEXT NULL,
    "SecondPostId" TEXT NULL,
    "SecondShown" TEXT NULL,
    "RemindedAt" INTEGER NULL,
    "AskedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "Shown" TEXT NULL,
    "Version" INTEGER NOT NULL
, "Ending" TEXT NULL);
INSERT INTO Approvals VALUES('TR-1','10000000-0000-4000-8000-00000000c0de','30000000-0000-4000-8000-000000000001','Riya Rao','SIP trunk “voice agents”, outbound','[{"Title":"Name","Value":"voice agents"},{"Title":"Host","Value":"acme.pstn.twilio.com"},{"Title":"Direction","Value":"outbound"},{"Title":"Numbers","Value":"\u002B14155550100"},{"Title":"Username","Value":"acme"},{"Title":"Password","Value":"\u2022\u2022\u2022"}]','[]','[]','[]',1,X'01affb6e3da670ff02d5e50c9398788f3ed66ba3716944a9d0719ef6c1694d60c7','Granted',2,'Approver','["direction: This trunk is outbound."]','[{"PersonId":"30000000-0000-4000-8000-000000000002","PersonName":"Omar Haddad","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T16:19:43.0402067+00:00","Fingerprint":"Aa/7bj2mcP8C1eUMk5h4jz7Wa6NxaUSp0HGe9sFpTWDH","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6197/connector/","ConversationId":"a:1omar-0002","AccountId":"29:1omar-0002","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false},{"PersonId":"30000000-0000-4000-8000-000000000003","PersonName":"Mei Lin","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T16:19:43.0402067+00:00","Fingerprint":"Aa/7bj2mcP8C1eUMk5h4jz7Wa6NxaUSp0HGe9sFpTWDH","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6197/connector/","ConversationId":"a:1mei-0003","AccountId":"29:1mei-0003","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false}]','[]','Created. Trunk id: wBdBGW1xX4bUl9McIsPCg.','{"bot":{"id":"28:20000000-0000-4000-8000-000000000b07"},"conversation":{"id":"approvals-room","isGroup":true,"tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"webchat","serviceUrl":"http://127.0.0.1:6197/connector/"}','1795969183049',NULL,NULL,NULL,NULL,1795969183040,1796573983040,'Granted 1.0, 2 of 2 Approver, 0 lapsed, : Created. Trunk id: wBdBGW1xX4bUl9McIsPCg.',6,'Done');
INSERT INTO Approvals VALUES('TR-2','10000000-0000-4000-8000-00000000c0de','30000000-0000-4000-8000-000000000001','Riya Rao','SIP trunk “voice agents 2”, outbound','[{"Title":"Name","Value":"voice agents 2"},{"Title":"Host","Value":"acme2.pstn.twilio.com"},{"Title":"Direction","Value":"outbound"},{"Title":"Numbers","Value":"\u002B14152000002"},{"Title":"Username","Value":"acme2"},{"Title":"Password","Value":"\u2022\u2022\u2022"}]','[]','[]','[]',1,X'0139e6a180730b68501ff8ca929ac14d76ad5902684ccb6e09a13b7f7571ee028f','Granted',2,'Approver','["direction: This trunk is outbound."]','[{"PersonId":"30000000-0000-4000-8000-000000000002","PersonName":"Omar Haddad","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T17:20:43.0402067+00:00","Fingerprint":"ATnmoYBzC2hQH/jKkprBTXatWQJoTMtuCaE7f3Vx7gKP","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6197/connector/","ConversationId":"a:1omar-0002","AccountId":"29:1omar-0002","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false},{"PersonId":"30000000-0000-4000-8000-000000000003","PersonName":"Mei Lin","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T17:20:43.0402067+00:00","Fingerprint":"ATnmoYBzC2hQH/jKkprBTXatWQJoTMtuCaE7f3Vx7gKP","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6197/connector/","ConversationId":"a:1mei-0003","AccountId":"29:1mei-0003","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false}]','[]','VideoSDK didn''t confirm it, so the trunk may or may not exist. VideoSDK received the request, and the connection broke before its answer came. TrunkBot doesn''t send it again by itself, or there could be two trunks. An administrator who didn''t ask for it looks in VideoSDK''s dashboard and settles it on the card in the approvals room. Or they type /trunk adopt TR-2 TRUNK-ID if it is there, or /trunk resend TR-2 if it is not.','{"bot":{"id":"28:20000000-0000-4000-8000-000000000b07"},"conversation":{"id":"approvals-room","isGroup":true,"tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"webchat","serviceUrl":"http://127.0.0.1:6197/connector/"}','1795972843048',NULL,NULL,NULL,NULL,1795972843040,1796577643040,'Granted 1.0, 2 of 2 Approver, 0 lapsed, : VideoSDK didn''t confirm it, so the trunk may or may not exist. VideoSDK received the request, and the connection broke before its answer came. TrunkBot doesn''t send it again by itself, or there could be two trunks. An administrator who didn''t ask for it looks in VideoSDK''s dashboard and settles it on the card in the approvals room. Or they type /trunk adopt TR-2 TRUNK-ID if it is there, or /trunk resend TR-2 if it is not.',6,'Unconfirmed');
INSERT INTO Approvals VALUES('TR-3','10000000-0000-4000-8000-00000000c0de','30000000-0000-4000-8000-000000000001','Riya Rao','SIP trunk “voice agents 3”, outbound','[{"Title":"Name","Value":"voice agents 3"},{"Title":"Host","Value":"acme3.pstn.twilio.com"},{"Title":"Direction","Value":"outbound"},{"Title":"Numbers","Value":"\u002B14152000003"},{"Title":"Username","Value":"acme3"},{"Title":"Password","Value":"\u2022\u2022\u2022"}]','[]','[]','[]',1,X'01d8d33a700e542605994c7f98953897a51892e7d33ce67233eb20ac63e8a9053f','Open',2,'Approver','["direction: This trunk is outbound."]','[{"PersonId":"30000000-0000-4000-8000-000000000002","PersonName":"Omar Haddad","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T17:20:43.0402067+00:00","Fingerprint":"AdjTOnAOVCYFmUx/mJU4l6UYkufTPOZyM+sgrGPoqQU/","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6197/connector/","ConversationId":"a:1omar-0002","AccountId":"29:1omar-0002","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false}]','[]',NULL,'{"bot":{"id":"28:20000000-0000-4000-8000-000000000b07"},"conversation":{"id":"approvals-room","isGroup":true,"tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"webchat","serviceUrl":"http://127.0.0.1:6197/connector/"}','1795972843056',NULL,NULL,NULL,NULL,1795972843040,1796577643040,'Open 1.0, 1 of 2 Approver, 0 lapsed, : ',3,NULL);
INSERT INTO Approvals VALUES('TR-4','10000000-0000-4000-8000-00000000c0de','30000000-0000-4000-8000-000000000001','Riya Rao','SIP trunk “voice agents 4”, outbound','[{"Title":"Name","Value":"voice agents 4"},{"Title":"Host","Value":"acme4.pstn.twilio.com"},{"Title":"Direction","Value":"outbound"},{"Title":"Numbers","Value":"\u002B14152000004"},{"Title":"Username","Value":"acme4"},{"Title":"Password","Value":"\u2022\u2022\u2022"}]','[]','[]','[]',1,X'01b1a19ad33c1e9d18bef6e65967d85fa7b502e32a6d14709ed5576492d2fa7eda','Granted',2,'Approver','["direction: This trunk is outbound."]','[{"PersonId":"30000000-0000-4000-8000-000000000002","PersonName":"Omar Haddad","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T17:20:43.0402067+00:00","Fingerprint":"AbGhmtM8Hp0YvvbmWWfYX6e1AuMqbRRwntVXZJLS+n7a","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6197/connector/","ConversationId":"a:1omar-0002","AccountId":"29:1omar-0002","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false},{"PersonId":"30000000-0000-4000-8000-000000000003","PersonName":"Mei Lin","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T17:20:43.0402067+00:00","Fingerprint":"AbGhmtM8Hp0YvvbmWWfYX6e1AuMqbRRwntVXZJLS+n7a","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6197/connector/","ConversationId":"a:1mei-0003","AccountId":"29:1mei-0003","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false}]','[]',NULL,'{"bot":{"id":"28:20000000-0000-4000-8000-000000000b07"},"conversation":{"id":"approvals-room","isGroup":true,"tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"webchat","serviceUrl":"http://127.0.0.1:6197/connector/"}','1795972843059',NULL,NULL,NULL,NULL,1795972843040,1796577643040,'Open 1.0, 0 of 2 Approver, 0 lapsed, : ',5,NULL);
CREATE TABLE IF NOT EXISTS "ApprovalsRooms" (
    "TenantId" TEXT NOT NULL CONSTRAINT "PK_ApprovalsRooms" PRIMARY KEY,
    "Reference" TEXT NOT NULL,
    "SetAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "Audit" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Audit" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "ActorId" TEXT NULL,
    "ActorName" TEXT NULL,
    "OnBehalfOfId" TEXT NULL,
    "OnBehalfOfName" TEXT NULL,
    "Act" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "Rule" TEXT NULL,
    "Sequence" INTEGER NOT NULL,
    "Fingerprint" BLOB NULL,
    "RowDigest" BLOB NULL,
    "PreviousHash" BLOB NULL,
    "Hash" BLOB NOT NULL
);
INSERT INTO Audit VALUES('01A2281A-FDA8-752C-ADA3-417CB2366787','10000000-0000-4000-8000-00000000c0de','TR-1',1795969183040,'30000000-0000-4000-8000-000000000001','Riya Rao',NULL,NULL,'submitted',NULL,NULL,1,X'01affb6e3da670ff02d5e50c9398788f3ed66ba3716944a9d0719ef6c1694d60c7',X'01739334756e511b134ccbd4d873ff840c95282a5c40159903464c5a0caded0051',NULL,X'013b7f13595d597266743b978c8fbcc4c9cb5ab22889cf94f1389d6fcb11801ebe');
INSERT INTO Audit VALUES('01A2281A-FEDB-7882-9B76-DAFA574DC53A','10000000-0000-4000-8000-00000000c0de','TR-1',1795969183040,'30000000-0000-4000-8000-000000000002','Omar Haddad',NULL,NULL,'approved',NULL,'direction',2,X'01affb6e3da670ff02d5e50c9398788f3ed66ba3716944a9d0719ef6c1694d60c7',X'01739334756e511b134ccbd4d873ff840c95282a5c40159903464c5a0caded0051',X'013b7f13595d597266743b978c8fbcc4c9cb5ab22889cf94f1389d6fcb11801ebe',X'012704a1d91da1f24932eba10197fa674071e8c0712af70f82b1833f31f3e9e742');
INSERT INTO Audit VALUES('01A2281A-FF00-7082-8E72-9381B3496242','10000000-0000-4000-8000-00000000c0de','TR-1',1795969183040,'30000000-0000-4000-8000-000000000003','Mei Lin',NULL,NULL,'approved',NULL,'direction',3,X'01affb6e3da670ff02d5e50c9398788f3ed66ba3716944a9d0719ef6c1694d60c7',X'0198d5327bda9d20a4df5e366ba2c2e4a9424bd889a8c6efb64ef02de8f5f6e8f6',X'012704a1d91da1f24932eba10197fa674071e8c0712af70f82b1833f31f3e9e742',X'01889fee71752876586ccaabaf6f26659b479aee6bacea260dbe8b4455bba21896');
INSERT INTO Audit VALUES('01A2281A-FF4A-728F-8B0C-8B8802EDF8C2','10000000-0000-4000-8000-00000000c0de','TR-1',1795969183040,NULL,NULL,NULL,NULL,'provisioning',NULL,NULL,4,X'01affb6e3da670ff02d5e50c9398788f3ed66ba3716944a9d0719ef6c1694d60c7',X'01df6ac8bb2ed2cd934d9a39e6eafe166488c0cce2244a3c06dac5530d822a4a9c',X'01889fee71752876586ccaabaf6f26659b479aee6bacea260dbe8b4455bba21896',X'01fc3eba14817b8dd125a92b31bf8e167eef685b8c641723a28a1eeb64252c0b90');
INSERT INTO Audit VALUES('01A2281A-FFBD-719E-B827-D1F7CFBAE19B','10000000-0000-4000-8000-00000000c0de','TR-1',1795969183040,NULL,NULL,NULL,NULL,'created','wBdBGW1xX4bUl9McIsPCg',NULL,5,X'01affb6e3da670ff02d5e50c9398788f3ed66ba3716944a9d0719ef6c1694d60c7',X'0114d0723d2393aa21f66d30ddf37399aef63119ac44b6c9b3c994e5f7492af0d5',X'01fc3eba14817b8dd125a92b31bf8e167eef685b8c641723a28a1eeb64252c0b90',X'016aefd432ec9294a99c4c11910979d11e319a565ddd694cf7cb16df3cdc3e2448');
INSERT INTO Audit VALUES('01A2281B-002A-7725-89EB-31A969B2E7BC','10000000-0000-4000-8000-00000000c0de','TR-2',1795972843040,'30000000-0000-4000-8000-000000000001','Riya Rao',NULL,NULL,'submitted',NULL,NULL,1,X'0139e6a180730b68501ff8ca929ac14d76ad5902684ccb6e09a13b7f7571ee028f',X'01e1600446d64464f878117cf77bb28de6446bd6544a5bb347b2d4dd5e66e0bdaa',NULL,X'016b635c2acb74d1fb5787223fe8c09e3edc83ae85e94be57bc129ff1a9f69e7a5');
INSERT INTO Audit VALUES('01A2281B-0049-7C76-9DDA-3E15595AEF93','10000000-0000-4000-8000-00000000c0de','TR-2',1795972843040,'30000000-0000-4000-8000-000000000002','Omar Haddad',NULL,NULL,'approved',NULL,'direction',2,X'0139e6a180730b68501ff8ca929ac14d76ad5902684ccb6e09a13b7f7571ee028f',X'01e1600446d64464f878117cf77bb28de6446bd6544a5bb347b2d4dd5e66e0bdaa',X'016b635c2acb74d1fb5787223fe8c09e3edc83ae85e94be57bc129ff1a9f69e7a5',X'01df602b9a6137f2590e87c357c11a6d0f8374105dc6913feb163647727595db7c');
INSERT INTO Audit VALUES('01A2281B-0054-7840-A4AD-ECF768E66377','10000000-0000-4000-8000-00000000c0de','TR-2',1795972843040,'30000000-0000-4000-8000-000000000003','Mei Lin',NULL,NULL,'approved',NULL,'direction',3,X'0139e6a180730b68501ff8ca929ac14d76ad5902684ccb6e09a13b7f7571ee028f',X'01770a771256b5a267f12d4f4e363b1012fbcbb2132467b5f0145bacd4f42a56b6',X'01df602b9a6137f2590e87c357c11a6d0f8374105dc6913feb163647727595db7c',X'01085ca72bf1316b2993cc284a12c1816257d70b54e91af5518f2f74e5f1c27595');
INSERT INTO Audit VALUES('01A2281B-008B-7220-BF3F-51EDE7C65AB6','10000000-0000-4000-8000-00000000c0de','TR-2',1795972843040,NULL,NULL,NULL,NULL,'provisioning',NULL,NULL,4,X'0139e6a180730b68501ff8ca929ac14d76ad5902684ccb6e09a13b7f7571ee028f',X'017fdfa697a6bd1a73208707e1439a17add144fbacd305eb906ab70f21d75f89f8',X'01085ca72bf1316b2993cc284a12c1816257d70b54e91af5518f2f74e5f1c27595',X'01de50abd4c51a886f428e3b12e80fa35ea7e732261b0f09410f44050d8bf4889d');
INSERT INTO Audit VALUES('01A2281B-00A6-75EE-B151-7E1EC9624561','10000000-0000-4000-8000-00000000c0de','TR-2',1795972843040,NULL,NULL,NULL,NULL,'outcome unknown','VideoSDK received the request, and the connection broke before its answer came. TrunkBot doesn''t send it again by itself, or there could be two trunks. An administrator who didn''t ask for it looks in VideoSDK''s dashboard and settles it on the card in the approvals room. Or they type /trunk adopt TR-2 TRUNK-ID if it is there, or /trunk resend TR-2 if it is not.',NULL,5,X'0139e6a180730b68501ff8ca929ac14d76ad5902684ccb6e09a13b7f7571ee028f',X'019837762f98851edfac4c4ba06fb565911765a8c663892f6dfef9682f55ae477f',X'01de50abd4c51a886f428e3b12e80fa35ea7e732261b0f09410f44050d8bf4889d',X'01c076abfe357331aab2401078e488bee5cf1e724c340e3bc14bbb596898679e87');
INSERT INTO Audit VALUES('01A2281B-0138-7D5E-AC13-E5321B803E3F','10000000-0000-4000-8000-00000000c0de','TR-3',1795972843040,'30000000-0000-4000-8000-000000000001','Riya Rao',NULL,NULL,'submitted',NULL,NULL,1,X'01d8d33a700e542605994c7f98953897a51892e7d33ce67233eb20ac63e8a9053f',X'011f7a5a7839add3c795e007120e3a740e4847c5af27cb1048d823303c7f42eb7d',NULL,X'01d9659c77aab397018ade8bc8fc520c112f4c69680a67a87c7e0e3cfd3ef1ffc0');
INSERT INTO Audit VALUES('01A2281B-0158-7931-89BD-4ADB337B3140','10000000-0000-4000-8000-00000000c0de','TR-3',1795972843040,'30000000-0000-4000-8000-000000000002','Omar Haddad',NULL,NULL,'approved',NULL,'direction',2,X'01d8d33a700e542605994c7f98953897a51892e7d33ce67233eb20ac63e8a9053f',X'011f7a5a7839add3c795e007120e3a740e4847c5af27cb1048d823303c7f42eb7d',X'01d9659c77aab397018ade8bc8fc520c112f4c69680a67a87c7e0e3cfd3ef1ffc0',X'018aa80c5a3527734ea31c75394ed1d476fc7d34963ba9d4ca8311ccb0f3304041');
INSERT INTO Audit VALUES('01A2281B-0179-7CDE-8670-E213402EFEDF','10000000-0000-4000-8000-00000000c0de','TR-4',1795972843040,'30000000-0000-4000-8000-000000000001','Riya Rao',NULL,NULL,'submitted',NULL,NULL,1,X'01b1a19ad33c1e9d18bef6e65967d85fa7b502e32a6d14709ed5576492d2fa7eda',X'01888afba84a29c3f34e216b88c402c8b2509acd17e55fe12c9724d5c7a9c6c5f5',NULL,X'0167b4ff0f1a41a139c3a1bb8df1e99777825e8270309f44788d9f60918acdb275');
INSERT INTO Audit VALUES('01A2281B-0192-787B-BF52-B363D02D0C85','10000000-0000-4000-8000-00000000c0de','TR-4',1795972843040,'30000000-0000-4000-8000-000000000002','Omar Haddad',NULL,NULL,'approved',NULL,'direction',2,X'01b1a19ad33c1e9d18bef6e65967d85fa7b502e32a6d14709ed5576492d2fa7eda',X'01888afba84a29c3f34e216b88c402c8b2509acd17e55fe12c9724d5c7a9c6c5f5',X'0167b4ff0f1a41a139c3a1bb8df1e99777825e8270309f44788d9f60918acdb275',X'0199e2ff86a17144e017b340e1a9d59f0f32eabc9ab9f6704e69d6bd4e6c0d7c09');
INSERT INTO Audit VALUES('01A2281B-01AE-76E9-A890-82DB66C51B7C','10000000-0000-4000-8000-00000000c0de','TR-4',1795972843040,'30000000-0000-4000-8000-000000000003','Mei Lin',NULL,NULL,'approved',NULL,'direction',3,X'01b1a19ad33c1e9d18bef6e65967d85fa7b502e32a6d14709ed5576492d2fa7eda',X'017fc0a66745671808b8710b3244ea2c0225f52c6db595cc121b02dda8a1bac53b',X'0199e2ff86a17144e017b340e1a9d59f0f32eabc9ab9f6704e69d6bd4e6c0d7c09',X'01a91d6612fe2e5960617a2e3b4caef0389c4fc7c2af1d884b695c42910c1931b4');
CREATE TABLE IF NOT EXISTS "AuditCheckpoints" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_AuditCheckpoints" PRIMARY KEY,
    "At" INTEGER NOT NULL,
    "PreviousHash" BLOB NULL,
    "Hash" BLOB NOT NULL
);
INSERT INTO AuditCheckpoints VALUES(1,1795972843040,NULL,X'01306f497198d40986593f6cbe82d16383aa5c99cb889eda941dda82b83e3cfd7e');
CREATE TABLE IF NOT EXISTS "AuditHeads" (
    "TenantId" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "Hash" BLOB NOT NULL,
    "LastAt" INTEGER NOT NULL,
    "SealedSequence" INTEGER NOT NULL,
    "RemovedAt" INTEGER NULL,
    "Removal" BLOB NULL,
    CONSTRAINT "PK_AuditHeads" PRIMARY KEY ("TenantId", "Subject")
);
INSERT INTO AuditHeads VALUES('10000000-0000-4000-8000-00000000c0de','TR-1',5,X'016aefd432ec9294a99c4c11910979d11e319a565ddd694cf7cb16df3cdc3e2448',1795969183040,5,NULL,NULL);
INSERT INTO AuditHeads VALUES('10000000-0000-4000-8000-00000000c0de','TR-2',5,X'01c076abfe357331aab2401078e488bee5cf1e724c340e3bc14bbb596898679e87',1795972843040,0,NULL,NULL);
INSERT INTO AuditHeads VALUES('10000000-0000-4000-8000-00000000c0de','TR-3',2,X'018aa80c5a3527734ea31c75394ed1d476fc7d34963ba9d4ca8311ccb0f3304041',1795972843040,0,NULL,NULL);
INSERT INTO AuditHeads VALUES('10000000-0000-4000-8000-00000000c0de','TR-4',3,X'01a91d6612fe2e5960617a2e3b4caef0389c4fc7c2af1d884b695c42910c1931b4',1795972843040,0,NULL,NULL);
CREATE TABLE IF NOT EXISTS "AuditSeals" (
    "Checkpoint" INTEGER NOT NULL,
    "TenantId" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "Hash" BLOB NOT NULL,
    CONSTRAINT "PK_AuditSeals" PRIMARY KEY ("Checkpoint", "TenantId", "Subject")
);
INSERT INTO AuditSeals VALUES(1,'10000000-0000-4000-8000-00000000c0de','TR-1',5,X'016aefd432ec9294a99c4c11910979d11e319a565ddd694cf7cb16df3cdc3e2448');
CREATE TABLE IF NOT EXISTS "Jobs" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Jobs" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "TenantId" TEXT NULL,
    "Payload" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "DueAt" INTEGER NOT NULL,
    "LeasedUntil" INTEGER NULL,
    "LeasedBy" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "TurnKey" TEXT NULL,
    "LastProblem" TEXT NULL,
    "Version" INTEGER NOT NULL
);
INSERT INTO Jobs VALUES('5B1F9A52-7D1C-4F0C-9A0E-3A5D2C7B6E11','housekeeping',NULL,'',0,1795976443040,NULL,NULL,0,NULL,NULL,5);
INSERT INTO Jobs VALUES('0C3A7D84-2F4B-4A57-8F0E-6F0C1F6D9B52','audit-checkpoint',NULL,'',0,1795976443040,NULL,NULL,0,NULL,NULL,5);
INSERT INTO Jobs VALUES('01A2281A-FDA7-7851-93B2-2B50875D4F2D','show-approval','10000000-0000-4000-8000-00000000c0de','TR-1',1,1795969183040,NULL,NULL,1,NULL,NULL,3);
INSERT INTO Jobs VALUES('01A2281A-FDA7-719C-940E-1B43B6EF9888','remind-approval','10000000-0000-4000-8000-00000000c0de','TR-1',0,1796055583040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281A-FDA7-7290-A86B-0BFA21174C0D','escalate-approval','10000000-0000-4000-8000-00000000c0de','TR-1',0,1796228383040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281A-FDA7-76BC-972A-91CBFD9B7E62','expire-approval','10000000-0000-4000-8000-00000000c0de','TR-1',0,1796573983040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281A-FEDC-7A07-A51C-442DE9D80DAE','show-approval','10000000-0000-4000-8000-00000000c0de','TR-1',1,1795969183040,NULL,NULL,1,NULL,NULL,3);
INSERT INTO Jobs VALUES('01A2281A-FF00-7AEB-A24E-26732E57DCA5','show-approval','10000000-0000-4000-8000-00000000c0de','TR-1',1,1795969183040,NULL,NULL,1,NULL,NULL,3);
INSERT INTO Jobs VALUES('01A2281A-FF01-712C-AEA0-01533332B3E5','provision-trunk','10000000-0000-4000-8000-00000000c0de','1',1,1795969183040,NULL,NULL,1,NULL,NULL,4);
INSERT INTO Jobs VALUES('01A2281A-FFC2-71BA-A81C-3452EAB20C87','send-activity','10000000-0000-4000-8000-00000000c0de','',1,1795969183040,NULL,NULL,1,NULL,NULL,4);
INSERT INTO Jobs VALUES('01A2281A-FFCD-7B04-8132-2C5E6B8F76E9','show-approval','10000000-0000-4000-8000-00000000c0de','TR-1',1,1795969183040,NULL,NULL,1,NULL,NULL,3);
INSERT INTO Jobs VALUES('01A2281B-002A-7A6A-BF66-2684E9CBDB9A','show-approval','10000000-0000-4000-8000-00000000c0de','TR-2',1,1795972843040,NULL,NULL,1,NULL,NULL,3);
INSERT INTO Jobs VALUES('01A2281B-002A-7970-8031-642070345270','remind-approval','10000000-0000-4000-8000-00000000c0de','TR-2',0,1796059243040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-002A-7C72-88B0-07BC5AB54BC2','escalate-approval','10000000-0000-4000-8000-00000000c0de','TR-2',0,1796232043040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-002A-7C04-8786-FE3C9526C730','expire-approval','10000000-0000-4000-8000-00000000c0de','TR-2',0,1796577643040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-0049-707A-873F-31D80DA92D8D','show-approval','10000000-0000-4000-8000-00000000c0de','TR-2',1,1795972843040,NULL,NULL,1,NULL,NULL,3);
INSERT INTO Jobs VALUES('01A2281B-0054-7CB2-8407-EBA094860813','show-approval','10000000-0000-4000-8000-00000000c0de','TR-2',1,1795972843040,NULL,NULL,1,NULL,NULL,3);
INSERT INTO Jobs VALUES('01A2281B-0054-7352-8B71-8FE17FCCA64D','provision-trunk','10000000-0000-4000-8000-00000000c0de','2',1,1795972843040,NULL,NULL,1,NULL,NULL,4);
INSERT INTO Jobs VALUES('01A2281B-00A7-7572-B7C9-D954EC58BF93','forget-password','10000000-0000-4000-8000-00000000c0de','2',0,1796577643040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-00A8-7144-82EB-4FBBC07A35CF','send-activity','10000000-0000-4000-8000-00000000c0de','',1,1795972843040,NULL,NULL,1,NULL,NULL,4);
INSERT INTO Jobs VALUES('01A2281B-00A8-7D4A-AFBB-EFA355E87A93','show-approval','10000000-0000-4000-8000-00000000c0de','TR-2',1,1795972843040,NULL,NULL,1,NULL,NULL,3);
INSERT INTO Jobs VALUES('01A2281B-00B8-7FF2-B3F2-59B82A86C151','send-activity','10000000-0000-4000-8000-00000000c0de','',1,1795972843040,NULL,NULL,1,NULL,NULL,4);
INSERT INTO Jobs VALUES('01A2281B-0138-742D-A896-CA24287ACD48','show-approval','10000000-0000-4000-8000-00000000c0de','TR-3',1,1795972843040,NULL,NULL,1,NULL,NULL,3);
INSERT INTO Jobs VALUES('01A2281B-0138-77AF-ACE6-6A1371C35E71','remind-approval','10000000-0000-4000-8000-00000000c0de','TR-3',0,1796059243040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-0138-74DA-8260-4061A2D40C1B','escalate-approval','10000000-0000-4000-8000-00000000c0de','TR-3',0,1796232043040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-0138-702B-9D40-2EB924936C8E','expire-approval','10000000-0000-4000-8000-00000000c0de','TR-3',0,1796577643040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-0158-7737-A07C-AC98111099B2','show-approval','10000000-0000-4000-8000-00000000c0de','TR-3',1,1795972843040,NULL,NULL,1,NULL,NULL,3);
INSERT INTO Jobs VALUES('01A2281B-0179-71D4-9055-3DE841B47CC4','show-approval','10000000-0000-4000-8000-00000000c0de','TR-4',1,1795972843040,NULL,NULL,1,NULL,NULL,3);
INSERT INTO Jobs VALUES('01A2281B-0179-7B4F-B70B-024588E776CA','remind-approval','10000000-0000-4000-8000-00000000c0de','TR-4',0,1796059243040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-0179-79E7-BC8C-6C5538281832','escalate-approval','10000000-0000-4000-8000-00000000c0de','TR-4',0,1796232043040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-0179-7254-AB61-112762A2F413','expire-approval','10000000-0000-4000-8000-00000000c0de','TR-4',0,1796577643040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-0192-7F97-B210-6DE213A64C32','show-approval','10000000-0000-4000-8000-00000000c0de','TR-4',0,1795972843040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-01AE-74EA-BCC8-D8D55ADAF225','show-approval','10000000-0000-4000-8000-00000000c0de','TR-4',0,1795972843040,NULL,NULL,0,NULL,NULL,1);
INSERT INTO Jobs VALUES('01A2281B-01AF-7FCD-8AB7-24B5B54A00FF','provision-trunk','10000000-0000-4000-8000-00000000c0de','4',0,1795972843040,NULL,NULL,0,NULL,NULL,1);
CREATE TABLE IF NOT EXISTS "Keys" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Keys" PRIMARY KEY,
    "Content" TEXT NOT NULL,
    "MadeAt" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "OneTimeLinks" (
    "TokenHash" TEXT NOT NULL CONSTRAINT "PK_OneTimeLinks" PRIMARY KEY,
    "SubjectId" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "AskerId" TEXT NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "UsedAt" INTEGER NULL,
    "Version" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "Requests" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_Requests" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "AskerId" TEXT NOT NULL,
    "AskerName" TEXT NOT NULL,
    "ConversationKey" TEXT NOT NULL,
    "Reference" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "InChat" INTEGER NOT NULL,
    "Warnings" TEXT NOT NULL,
    "ProtectedPassword" TEXT NULL,
    "Fingerprint" BLOB NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "ApprovedAt" INTEGER NULL,
    "UnknownSince" INTEGER NULL,
    "SentAt" INTEGER NULL,
    "TrunkId" TEXT NULL,
    "Problem" TEXT NULL,
    "Fields_Direction" TEXT NULL,
    "Fields_Domain" TEXT NULL,
    "Fields_Name" TEXT NULL,
    "Fields_Numbers" TEXT NULL,
    "Fields_Username" TEXT NULL,
    "Version" INTEGER NOT NULL
, "HeldSince" INTEGER NULL, "HeldStatus" INTEGER NULL, "NextTryAt" INTEGER NULL, "WaitToldAt" INTEGER NULL);
INSERT INTO Requests VALUES(1,'10000000-0000-4000-8000-00000000c0de','30000000-0000-4000-8000-000000000001','Riya Rao','msteams|a:1riya-0001','{"activityId":"1795969183040","user":{"id":"29:1riya-0001","name":"Riya Rao","aadObjectId":"30000000-0000-4000-8000-000000000001","role":"user"},"bot":{"id":"28:20000000-0000-4000-8000-000000000b07","name":"TrunkBot"},"conversation":{"id":"a:1riya-0001","conversationType":"personal","tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"msteams","serviceUrl":"http://127.0.0.1:6197/connector/","locale":"en-US"}','Created',0,'[]',NULL,X'01affb6e3da670ff02d5e50c9398788f3ed66ba3716944a9d0719ef6c1694d60c7',1795969183040,1795969183040,1795969183040,NULL,1795969183040,'wBdBGW1xX4bUl9McIsPCg',NULL,'outbound','acme.pstn.twilio.com','voice agents','+14155550100','acme',9,NULL,NULL,NULL,NULL);
INSERT INTO Requests VALUES(2,'10000000-0000-4000-8000-00000000c0de','30000000-0000-4000-8000-000000000001','Riya Rao','msteams|a:1riya-0001','{"activityId":"1795972843040","user":{"id":"29:1riya-0001","name":"Riya Rao","aadObjectId":"30000000-0000-4000-8000-000000000001","role":"user"},"bot":{"id":"28:20000000-0000-4000-8000-000000000b07","name":"TrunkBot"},"conversation":{"id":"a:1riya-0001","conversationType":"personal","tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"msteams","serviceUrl":"http://127.0.0.1:6197/connector/","locale":"en-US"}','OutcomeUnknown',0,'[]','CfDJ8OO9hO3G5pJEmuDUtv0CFEZAPz8BxgeRFfd1mmeJ2qlBlNQPfOveaIZXxpSXIPsQUTnKHYZiZyI1Qn5P3B5qW6h4aNea-dTcwadouP5TKx1H35VE_bKaXVTt98fR3ZKscmxXMtLb55DcZdSi1snzOgA',X'0139e6a180730b68501ff8ca929ac14d76ad5902684ccb6e09a13b7f7571ee028f',1795972843040,1795972843040,1795972843040,1795972843040,1795972843040,NULL,'VideoSDK received the request, and the connection broke before its answer came. TrunkBot doesn''t send it again by itself, or there could be two trunks. An administrator who didn''t ask for it looks in VideoSDK''s dashboard and settles it on the card in the approvals room. Or they type /trunk adopt TR-2 TRUNK-ID if it is there, or /trunk resend TR-2 if it is not.','outbound','acme2.pstn.twilio.com','voice agents 2','+14152000002','acme2',9,NULL,NULL,NULL,NULL);
INSERT INTO Requests VALUES(3,'10000000-0000-4000-8000-00000000c0de','30000000-0000-4000-8000-000000000001','Riya Rao','msteams|a:1riya-0001','{"activityId":"1795972843051","user":{"id":"29:1riya-0001","name":"Riya Rao","aadObjectId":"30000000-0000-4000-8000-000000000001","role":"user"},"bot":{"id":"28:20000000-0000-4000-8000-000000000b07","name":"TrunkBot"},"conversation":{"id":"a:1riya-0001","conversationType":"personal","tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"msteams","serviceUrl":"http://127.0.0.1:6197/connector/","locale":"en-US"}','Pending',0,'[]','CfDJ8OO9hO3G5pJEmuDUtv0CFEYN5wBoo1p_whe4-jFRsix3Ta-posDx2WNHnN8t-HpczWCw65ax9ivr2G7zRuoh77YtWfcqn0qPoldjqVZM9RG9q7wHg_udePTabr7Qgzh3T9FEpgFYxdlqxeya2fjkqAY',X'01d8d33a700e542605994c7f98953897a51892e7d33ce67233eb20ac63e8a9053f',1795972843040,1795972843040,NULL,NULL,NULL,NULL,NULL,'outbound','acme3.pstn.twilio.com','voice agents 3','+14152000003','acme3',6,NULL,NULL,NULL,NULL);
INSERT INTO Requests VALUES(4,'10000000-0000-4000-8000-00000000c0de','30000000-0000-4000-8000-000000000001','Riya Rao','msteams|a:1riya-0001','{"activityId":"1795972843057","user":{"id":"29:1riya-0001","name":"Riya Rao","aadObjectId":"30000000-0000-4000-8000-000000000001","role":"user"},"bot":{"id":"28:20000000-0000-4000-8000-000000000b07","name":"TrunkBot"},"conversation":{"id":"a:1riya-0001","conversationType":"personal","tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"msteams","serviceUrl":"http://127.0.0.1:6197/connector/","locale":"en-US"}','Approved',0,'[]','CfDJ8OO9hO3G5pJEmuDUtv0CFEYJ8iex1v751MCGppE6vEb27uke_jaRAM5uSUHPll9vvE4Tke6sgyjbJsG4MFfsGGg_OvZ_Gq2FbUzOsS5S34NNUkCllbKhpoJU_S75WvVOisNKE9x0kiQjFtW-in8zvQk',X'01b1a19ad33c1e9d18bef6e65967d85fa7b502e32a6d14709ed5576492d2fa7eda',1795972843040,1795972843040,1795972843040,NULL,NULL,NULL,NULL,'outbound','acme4.pstn.twilio.com','voice agents 4','+14152000004','acme4',7,NULL,NULL,NULL,NULL);
INSERT INTO Requests VALUES(5,'10000000-0000-4000-8000-00000000c0de','30000000-0000-4000-8000-000000000001','Riya Rao','msteams|a:1riya-0001','{"activityId":"1795972843064","user":{"id":"29:1riya-0001","name":"Riya Rao","aadObjectId":"30000000-0000-4000-8000-000000000001","role":"user"},"bot":{"id":"28:20000000-0000-4000-8000-000000000b07","name":"TrunkBot"},"conversation":{"id":"a:1riya-0001","conversationType":"personal","tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"msteams","serviceUrl":"http://127.0.0.1:6197/connector/","locale":"en-US"}','Draft',1,'[]',NULL,NULL,1795972843040,1795972843040,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'hotline',NULL,NULL,3,NULL,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "SeenActivities" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_SeenActivities" PRIMARY KEY,
    "Status" INTEGER NOT NULL,
    "Body" TEXT NULL,
    "At" INTEGER NOT NULL
);
INSERT INTO SeenActivities VALUES('msteams|a:1riya-0001|message||1795969183040|',200,NULL,1795969183040);
INSERT INTO SeenActivities VALUES('msteams|a:1riya-0001|invoke|adaptiveCard/action|f:58b45cf4-8007-46f1-9e4f-98189c3d9523|',200,'{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.5","fallbackText":"TR-1: voice agents. Waiting for an approver.","lang":"en","body":[{"type":"TextBlock","text":"TR-1: voice agents","wrap":true,"weight":"Bolder","size":"Medium","style":"heading"},{"type":"Container","items":[{"type":"TextBlock","text":"Waiting for an approver.","wrap":true,"weight":"Bolder"}],"style":"emphasis"},{"type":"FactSet","facts":[{"title":"Name","value":"voice agents"},{"title":"Host","value":"acme\\.pstn\\.twilio\\.com"},{"title":"Direction","value":"outbound"},{"title":"Numbers","value":"\u002B14155550100"},{"title":"Username","value":"acme"},{"title":"Password","value":"\u2022\u2022\u2022"},{"title":"Asked by","value":"Riya Rao"},{"title":"Who approves","value":"2 other approvers"},{"title":"Rule","value":"direction: This trunk is outbound."}]}],"actions":[{"type":"Action.Execute","verb":"say","data":{"verb":"say","line":"trunk edit TR-1"},"associatedInputs":"none","title":"Change","fallback":{"type":"Action.Submit","data":{"verb":"say","line":"trunk edit TR-1"},"associatedInputs":"none","title":"Change"}},{"type":"Action.Execute","verb":"request.cancel","data":{"verb":"request.cancel","requestId":"TR-1"},"associatedInputs":"none","title":"Cancel request","fallback":{"type":"Action.Submit","data":{"verb":"request.cancel","requestId":"TR-1"},"associatedInputs":"none","title":"Cancel request"}},{"type":"Action.Execute","verb":"request.refresh","data":{"verb":"request.refresh","requestId":"TR-1"},"associatedInputs":"none","title":"Refresh","fallback":{"type":"Action.Submit","data":{"verb":"request.refresh","requestId":"TR-1"},"associatedInputs":"none","title":"Refresh"}}]}}',1795969183040);
INSERT INTO SeenActivities VALUES('msteams|a:1omar-0002|message||1795969183043|',200,NULL,1795969183040);
INSERT INTO SeenActivities VALUES('msteams|a:1mei-0003|message||1795969183045|',200,NULL,1795969183040);
INSERT INTO SeenActivities VALUES('msteams|a:1riya-0001|message||1795972843040|',200,NULL,1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1riya-0001|invoke|adaptiveCard/action|f:e50c8ac4-8a1c-42fa-9ed7-8867dd67fe47|',200,'{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.5","fallbackText":"TR-2: voice agents 2. Waiting for an approver.","lang":"en","body":[{"type":"TextBlock","text":"TR-2: voice agents 2","wrap":true,"weight":"Bolder","size":"Medium","style":"heading"},{"type":"Container","items":[{"type":"TextBlock","text":"Waiting for an approver.","wrap":true,"weight":"Bolder"}],"style":"emphasis"},{"type":"FactSet","facts":[{"title":"Name","value":"voice agents 2"},{"title":"Host","value":"acme2\\.pstn\\.twilio\\.com"},{"title":"Direction","value":"outbound"},{"title":"Numbers","value":"\u002B14152000002"},{"title":"Username","value":"acme2"},{"title":"Password","value":"\u2022\u2022\u2022"},{"title":"Asked by","value":"Riya Rao"},{"title":"Who approves","value":"2 other approvers"},{"title":"Rule","value":"direction: This trunk is outbound."}]}],"actions":[{"type":"Action.Execute","verb":"say","data":{"verb":"say","line":"trunk edit TR-2"},"associatedInputs":"none","title":"Change","fallback":{"type":"Action.Submit","data":{"verb":"say","line":"trunk edit TR-2"},"associatedInputs":"none","title":"Change"}},{"type":"Action.Execute","verb":"request.cancel","data":{"verb":"request.cancel","requestId":"TR-2"},"associatedInputs":"none","title":"Cancel request","fallback":{"type":"Action.Submit","data":{"verb":"request.cancel","requestId":"TR-2"},"associatedInputs":"none","title":"Cancel request"}},{"type":"Action.Execute","verb":"request.refresh","data":{"verb":"request.refresh","requestId":"TR-2"},"associatedInputs":"none","title":"Refresh","fallback":{"type":"Action.Submit","data":{"verb":"request.refresh","requestId":"TR-2"},"associatedInputs":"none","title":"Refresh"}}]}}',1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1omar-0002|message||1795972843043|',200,NULL,1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1mei-0003|message||1795972843045|',200,NULL,1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1riya-0001|message||1795972843051|',200,NULL,1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1riya-0001|invoke|adaptiveCard/action|f:b7b38469-3822-499a-b59b-8531ae50dc97|',200,'{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.5","fallbackText":"TR-3: voice agents 3. Waiting for an approver.","lang":"en","body":[{"type":"TextBlock","text":"TR-3: voice agents 3","wrap":true,"weight":"Bolder","size":"Medium","style":"heading"},{"type":"Container","items":[{"type":"TextBlock","text":"Waiting for an approver.","wrap":true,"weight":"Bolder"}],"style":"emphasis"},{"type":"FactSet","facts":[{"title":"Name","value":"voice agents 3"},{"title":"Host","value":"acme3\\.pstn\\.twilio\\.com"},{"title":"Direction","value":"outbound"},{"title":"Numbers","value":"\u002B14152000003"},{"title":"Username","value":"acme3"},{"title":"Password","value":"\u2022\u2022\u2022"},{"title":"Asked by","value":"Riya Rao"},{"title":"Who approves","value":"2 other approvers"},{"title":"Rule","value":"direction: This trunk is outbound."}]}],"actions":[{"type":"Action.Execute","verb":"say","data":{"verb":"say","line":"trunk edit TR-3"},"associatedInputs":"none","title":"Change","fallback":{"type":"Action.Submit","data":{"verb":"say","line":"trunk edit TR-3"},"associatedInputs":"none","title":"Change"}},{"type":"Action.Execute","verb":"request.cancel","data":{"verb":"request.cancel","requestId":"TR-3"},"associatedInputs":"none","title":"Cancel request","fallback":{"type":"Action.Submit","data":{"verb":"request.cancel","requestId":"TR-3"},"associatedInputs":"none","title":"Cancel request"}},{"type":"Action.Execute","verb":"request.refresh","data":{"verb":"request.refresh","requestId":"TR-3"},"associatedInputs":"none","title":"Refresh","fallback":{"type":"Action.Submit","data":{"verb":"request.refresh","requestId":"TR-3"},"associatedInputs":"none","title":"Refresh"}}]}}',1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1omar-0002|message||1795972843054|',200,NULL,1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1riya-0001|message||1795972843057|',200,NULL,1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1riya-0001|invoke|adaptiveCard/action|f:a42f06c6-a7c5-4b69-a6e5-e59c1dfedc5c|',200,'{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.5","fallbackText":"TR-4: voice agents 4. Waiting for an approver.","lang":"en","body":[{"type":"TextBlock","text":"TR-4: voice agents 4","wrap":true,"weight":"Bolder","size":"Medium","style":"heading"},{"type":"Container","items":[{"type":"TextBlock","text":"Waiting for an approver.","wrap":true,"weight":"Bolder"}],"style":"emphasis"},{"type":"FactSet","facts":[{"title":"Name","value":"voice agents 4"},{"title":"Host","value":"acme4\\.pstn\\.twilio\\.com"},{"title":"Direction","value":"outbound"},{"title":"Numbers","value":"\u002B14152000004"},{"title":"Username","value":"acme4"},{"title":"Password","value":"\u2022\u2022\u2022"},{"title":"Asked by","value":"Riya Rao"},{"title":"Who approves","value":"2 other approvers"},{"title":"Rule","value":"direction: This trunk is outbound."}]}],"actions":[{"type":"Action.Execute","verb":"say","data":{"verb":"say","line":"trunk edit TR-4"},"associatedInputs":"none","title":"Change","fallback":{"type":"Action.Submit","data":{"verb":"say","line":"trunk edit TR-4"},"associatedInputs":"none","title":"Change"}},{"type":"Action.Execute","verb":"request.cancel","data":{"verb":"request.cancel","requestId":"TR-4"},"associatedInputs":"none","title":"Cancel request","fallback":{"type":"Action.Submit","data":{"verb":"request.cancel","requestId":"TR-4"},"associatedInputs":"none","title":"Cancel request"}},{"type":"Action.Execute","verb":"request.refresh","data":{"verb":"request.refresh","requestId":"TR-4"},"associatedInputs":"none","title":"Refresh","fallback":{"type":"Action.Submit","data":{"verb":"request.refresh","requestId":"TR-4"},"associatedInputs":"none","title":"Refresh"}}]}}',1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1omar-0002|message||1795972843060|',200,NULL,1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1mei-0003|message||1795972843062|',200,NULL,1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1riya-0001|message||1795972843064|',200,NULL,1795972843040);
INSERT INTO SeenActivities VALUES('msteams|a:1riya-0001|message||1795972843066|',200,NULL,1795972843040);
CREATE TABLE IF NOT EXISTS "Sequences" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Sequences" PRIMARY KEY,
    "Last" INTEGER NOT NULL
);
INSERT INTO Sequences VALUES('request',5);
CREATE TABLE IF NOT EXISTS "State" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_State" PRIMARY KEY,
    "Json" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);
INSERT INTO State VALUES('msteams/conversations/a:1riya-0001/users/29:1riya-0001','{"dialogs":{"stack":[{"id":"new-trunk","stack":[{"id":"text","state":{"options":{"prompt":{"type":"message","text":"Which SIP host did the carrier give you? Just the host, for example example.pstn.twilio.com.","textFormat":"plain","valueType":"domain"},"retryPrompt":{"type":"message","text":"Answer with a text.","textFormat":"plain"},"orders":[{"value":"back","synonyms":[],"title":"Back"}]},"attemptCount":0}},{"id":"questions","version":"questions:6","state":{"stepIndex":1,"options":{"request":5,"again":null}}}],"state":{"request":5,"field":"domain"}}]}}',1795972843040,2);
CREATE TABLE IF NOT EXISTS "TrunkKeys" (
    "TenantId" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Value" TEXT NOT NULL,
    "RequestNumber" INTEGER NOT NULL,
    CONSTRAINT "PK_TrunkKeys" PRIMARY KEY ("TenantId", "Kind", "Value", "RequestNumber")
);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',0,'+14155550100',1);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',1,'voice agents',1);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',2,'acme',1);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',3,'acme.pstn.twilio.com',1);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',4,'acme@acme.pstn.twilio.com',1);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',5,'US',1);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',0,'+14152000002',2);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',1,'voice agents 2',2);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',2,'acme2',2);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',3,'acme2.pstn.twilio.com',2);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',4,'acme2@acme2.pstn.twilio.com',2);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',0,'+14152000003',3);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',1,'voice agents 3',3);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',2,'acme3',3);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',3,'acme3.pstn.twilio.com',3);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',4,'acme3@acme3.pstn.twilio.com',3);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',0,'+14152000004',4);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',1,'voice agents 4',4);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',2,'acme4',4);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',3,'acme4.pstn.twilio.com',4);
INSERT INTO TrunkKeys VALUES('10000000-0000-4000-8000-00000000c0de',4,'acme4@acme4.pstn.twilio.com',4);
CREATE TABLE IF NOT EXISTS "Trunks" (
    "TrunkId" TEXT NOT NULL CONSTRAINT "PK_Trunks" PRIMARY KEY,
    "TenantId" TEXT NOT NULL,
    "RequestNumber" INTEGER NOT NULL,
    "AskerId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Domain" TEXT NOT NULL,
    "Direction" TEXT NOT NULL,
    "Numbers" TEXT NOT NULL,
    "Username" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL
);
INSERT INTO Trunks VALUES('wBdBGW1xX4bUl9McIsPCg','10000000-0000-4000-8000-00000000c0de',1,'30000000-0000-4000-8000-000000000001','voice agents','acme.pstn.twilio.com','outbound','+14155550100','acme',1795969183040);
CREATE TABLE IF NOT EXISTS "Conversations" (
    "ChannelId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "TenantId" TEXT NOT NULL,
    "TeamId" TEXT NULL,
    "PersonId" TEXT NULL,
    "AccountId" TEXT NULL,
    "BotId" TEXT NULL,
    "ServiceUrl" TEXT NOT NULL,
    "SeenAt" INTEGER NOT NULL,
    "GoneSince" INTEGER NULL,
    CONSTRAINT "PK_Conversations" PRIMARY KEY ("ChannelId", "Id")
);
INSERT INTO Conversations VALUES('msteams','a:1riya-0001','10000000-0000-4000-8000-00000000c0de',NULL,'30000000-0000-4000-8000-000000000001','29:1riya-0001','28:20000000-0000-4000-8000-000000000b07','http://127.0.0.1:6197/connector/',1795972843040,NULL);
INSERT INTO Conversations VALUES('msteams','a:1omar-0002','10000000-0000-4000-8000-00000000c0de',NULL,'30000000-0000-4000-8000-000000000002','29:1omar-0002','28:20000000-0000-4000-8000-000000000b07','http://127.0.0.1:6197/connector/',1795972843040,NULL);
INSERT INTO Conversations VALUES('msteams','a:1mei-0003','10000000-0000-4000-8000-00000000c0de',NULL,'30000000-0000-4000-8000-000000000003','29:1mei-0003','28:20000000-0000-4000-8000-000000000b07','http://127.0.0.1:6197/connector/',1795972843040,NULL);
CREATE INDEX "IX_Approvals_TenantId_State" ON "Approvals" ("TenantId", "State");
CREATE INDEX "IX_Audit_TenantId_At" ON "Audit" ("TenantId", "At");
CREATE UNIQUE INDEX "IX_Audit_TenantId_Subject_Sequence" ON "Audit" ("TenantId", "Subject", "Sequence");
CREATE INDEX "IX_AuditHeads_RemovedAt_LastAt" ON "AuditHeads" ("RemovedAt", "LastAt");
CREATE INDEX "IX_AuditHeads_Sequence" ON "AuditHeads" ("Sequence") WHERE "SealedSequence" < "Sequence";
CREATE INDEX "IX_AuditSeals_TenantId_Subject_Sequence" ON "AuditSeals" ("TenantId", "Subject", "Sequence");
CREATE INDEX "IX_Jobs_State_DueAt" ON "Jobs" ("State", "DueAt");
CREATE INDEX "IX_Jobs_TurnKey" ON "Jobs" ("TurnKey");
CREATE INDEX "IX_OneTimeLinks_ExpiresAt" ON "OneTimeLinks" ("ExpiresAt");
CREATE INDEX "IX_Requests_State_ChangedAt" ON "Requests" ("State", "ChangedAt");
CREATE INDEX "IX_Requests_TenantId_AskerId_Number" ON "Requests" ("TenantId", "AskerId", "Number");
CREATE INDEX "IX_Requests_TenantId_AskerId_State" ON "Requests" ("TenantId", "AskerId", "State");
CREATE INDEX "IX_SeenActivities_At" ON "SeenActivities" ("At");
CREATE INDEX "IX_State_ChangedAt" ON "State" ("ChangedAt");
CREATE INDEX "IX_TrunkKeys_RequestNumber" ON "TrunkKeys" ("RequestNumber");
CREATE UNIQUE INDEX "IX_Trunks_RequestNumber" ON "Trunks" ("RequestNumber");
CREATE INDEX "IX_Trunks_TenantId_AskerId_CreatedAt" ON "Trunks" ("TenantId", "AskerId", "CreatedAt");
CREATE INDEX "IX_Trunks_TenantId_CreatedAt" ON "Trunks" ("TenantId", "CreatedAt");
CREATE INDEX "IX_Conversations_ChannelId_TeamId" ON "Conversations" ("ChannelId", "TeamId");
CREATE INDEX "IX_Conversations_TenantId_ChannelId_SeenAt" ON "Conversations" ("TenantId", "ChannelId", "SeenAt");
CREATE INDEX "IX_Conversations_TenantId_PersonId" ON "Conversations" ("TenantId", "PersonId");
CREATE INDEX "IX_Requests_TenantId_CreatedAt_Number" ON "Requests" ("TenantId", "CreatedAt", "Number") WHERE "State" <> 'Draft';
CREATE INDEX "IX_Jobs_Struggling" ON "Jobs" ("State", "DueAt") WHERE "Attempts" >= 5;
COMMIT;
