-- 2026-11-29T17:20:53.4767458+00:00
--
-- PostgreSQL database dump
--





SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: Approvals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."Approvals" (
    "SubjectId" text NOT NULL,
    "TenantId" text NOT NULL,
    "AskerId" text NOT NULL,
    "AskerName" text NOT NULL,
    "Title" text NOT NULL,
    "Facts" text NOT NULL,
    "Warnings" text NOT NULL,
    "Later" text NOT NULL,
    "Sights" text NOT NULL,
    "Revision" integer NOT NULL,
    "Fingerprint" bytea NOT NULL,
    "State" text NOT NULL,
    "Required" integer NOT NULL,
    "Role" text NOT NULL,
    "Why" text NOT NULL,
    "Decisions" text NOT NULL,
    "Handovers" text NOT NULL,
    "Outcome" text,
    "Room" text NOT NULL,
    "PostId" text,
    "SecondRoom" text,
    "SecondPostId" text,
    "SecondShown" text,
    "RemindedAt" bigint,
    "AskedAt" bigint NOT NULL,
    "ExpiresAt" bigint NOT NULL,
    "Shown" text,
    "Version" bigint NOT NULL,
    "Ending" text
);


--
-- Name: ApprovalsRooms; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."ApprovalsRooms" (
    "TenantId" text NOT NULL,
    "Reference" text NOT NULL,
    "SetAt" bigint NOT NULL,
    "Version" bigint NOT NULL
);


--
-- Name: Audit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."Audit" (
    "Id" uuid NOT NULL,
    "TenantId" text NOT NULL,
    "Subject" text NOT NULL,
    "At" bigint NOT NULL,
    "ActorId" text,
    "ActorName" text,
    "OnBehalfOfId" text,
    "OnBehalfOfName" text,
    "Act" text NOT NULL,
    "Detail" text,
    "Rule" text,
    "Sequence" bigint NOT NULL,
    "Fingerprint" bytea,
    "RowDigest" bytea,
    "PreviousHash" bytea,
    "Hash" bytea NOT NULL
);


--
-- Name: AuditCheckpoints; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."AuditCheckpoints" (
    "Number" bigint NOT NULL,
    "At" bigint NOT NULL,
    "PreviousHash" bytea,
    "Hash" bytea NOT NULL
);


--
-- Name: AuditHeads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."AuditHeads" (
    "TenantId" text NOT NULL,
    "Subject" text NOT NULL,
    "Sequence" bigint NOT NULL,
    "Hash" bytea NOT NULL,
    "LastAt" bigint NOT NULL,
    "SealedSequence" bigint NOT NULL,
    "RemovedAt" bigint,
    "Removal" bytea
);


--
-- Name: AuditSeals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."AuditSeals" (
    "Checkpoint" bigint NOT NULL,
    "TenantId" text NOT NULL,
    "Subject" text NOT NULL,
    "Sequence" bigint NOT NULL,
    "Hash" bytea NOT NULL
);


--
-- Name: Conversations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."Conversations" (
    "ChannelId" text NOT NULL,
    "Id" text NOT NULL,
    "TenantId" text NOT NULL,
    "TeamId" text,
    "PersonId" text,
    "AccountId" text,
    "BotId" text,
    "ServiceUrl" text NOT NULL,
    "SeenAt" bigint NOT NULL,
    "GoneSince" bigint
);


--
-- Name: Jobs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."Jobs" (
    "Id" uuid NOT NULL,
    "Kind" text NOT NULL,
    "TenantId" text,
    "Payload" text NOT NULL,
    "State" integer NOT NULL,
    "DueAt" bigint NOT NULL,
    "LeasedUntil" bigint,
    "LeasedBy" text,
    "Attempts" integer NOT NULL,
    "TurnKey" text,
    "LastProblem" text,
    "Version" bigint NOT NULL
);


--
-- Name: Keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."Keys" (
    "Name" text NOT NULL,
    "Content" text NOT NULL,
    "MadeAt" bigint NOT NULL
);


--
-- Name: OneTimeLinks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."OneTimeLinks" (
    "TokenHash" text NOT NULL,
    "SubjectId" text NOT NULL,
    "TenantId" text NOT NULL,
    "AskerId" text NOT NULL,
    "ExpiresAt" bigint NOT NULL,
    "UsedAt" bigint,
    "Version" bigint NOT NULL
);


--
-- Name: Requests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."Requests" (
    "Number" bigint NOT NULL,
    "TenantId" text NOT NULL,
    "AskerId" text NOT NULL,
    "AskerName" text NOT NULL,
    "ConversationKey" text NOT NULL,
    "Reference" text NOT NULL,
    "State" text NOT NULL,
    "InChat" boolean NOT NULL,
    "Warnings" text NOT NULL,
    "ProtectedPassword" text,
    "Fingerprint" bytea,
    "CreatedAt" bigint NOT NULL,
    "ChangedAt" bigint NOT NULL,
    "ApprovedAt" bigint,
    "UnknownSince" bigint,
    "SentAt" bigint,
    "TrunkId" text,
    "Problem" text,
    "Fields_Direction" text,
    "Fields_Domain" text,
    "Fields_Name" text,
    "Fields_Numbers" text,
    "Fields_Username" text,
    "Version" bigint NOT NULL,
    "HeldSince" bigint,
    "HeldStatus" integer,
    "NextTryAt" bigint,
    "WaitToldAt" bigint
);


--
-- Name: SeenActivities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."SeenActivities" (
    "Key" text NOT NULL,
    "Status" integer NOT NULL,
    "Body" text,
    "At" bigint NOT NULL
);


--
-- Name: Sequences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."Sequences" (
    "Name" text NOT NULL,
    "Last" bigint NOT NULL
);


--
-- Name: State; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."State" (
    "Key" text NOT NULL,
    "Json" text NOT NULL,
    "ChangedAt" bigint NOT NULL,
    "Version" bigint NOT NULL
);


--
-- Name: TrunkKeys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."TrunkKeys" (
    "TenantId" text NOT NULL,
    "Kind" integer NOT NULL,
    "Value" text NOT NULL,
    "RequestNumber" bigint NOT NULL
);


--
-- Name: Trunks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."Trunks" (
    "TrunkId" text NOT NULL,
    "TenantId" text NOT NULL,
    "RequestNumber" bigint NOT NULL,
    "AskerId" text NOT NULL,
    "Name" text NOT NULL,
    "Domain" text NOT NULL,
    "Direction" text NOT NULL,
    "Numbers" text NOT NULL,
    "Username" text NOT NULL,
    "CreatedAt" bigint NOT NULL
);


--
-- Name: __EFMigrationsHistory; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL
);


--
-- Data for Name: Approvals; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."Approvals" VALUES ('TR-1', '10000000-0000-4000-8000-00000000c0de', '30000000-0000-4000-8000-000000000001', 'Riya Rao', 'SIP trunk “voice agents”, outbound', '[{"Title":"Name","Value":"voice agents"},{"Title":"Host","Value":"acme.pstn.twilio.com"},{"Title":"Direction","Value":"outbound"},{"Title":"Numbers","Value":"\u002B14155550100"},{"Title":"Username","Value":"acme"},{"Title":"Password","Value":"\u2022\u2022\u2022"}]', '[]', '[]', '[]', 1, '\x0114dfe9b12f86d31132bcff92279b17f8788f45731cf89969724887460e9daf96', 'Granted', 2, 'Approver', '["direction: This trunk is outbound."]', '[{"PersonId":"30000000-0000-4000-8000-000000000002","PersonName":"Omar Haddad","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T16:19:53.4767458+00:00","Fingerprint":"ARTf6bEvhtMRMrz/kiebF/h4j0VzHPiZaXJIh0YOna+W","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6198/connector/","ConversationId":"a:1omar-0002","AccountId":"29:1omar-0002","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false},{"PersonId":"30000000-0000-4000-8000-000000000003","PersonName":"Mei Lin","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T16:19:53.4767458+00:00","Fingerprint":"ARTf6bEvhtMRMrz/kiebF/h4j0VzHPiZaXJIh0YOna+W","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6198/connector/","ConversationId":"a:1mei-0003","AccountId":"29:1mei-0003","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false}]', '[]', 'Created. Trunk id: gnEUKYZH7DFzEdRsJ8hoq.', '{"bot":{"id":"28:20000000-0000-4000-8000-000000000b07"},"conversation":{"id":"approvals-room","isGroup":true,"tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"webchat","serviceUrl":"http://127.0.0.1:6198/connector/"}', '1795969193485', NULL, NULL, NULL, NULL, 1795969193476, 1796573993476, 'Granted 1.0, 2 of 2 Approver, 0 lapsed, : Created. Trunk id: gnEUKYZH7DFzEdRsJ8hoq.', 6, 'Done');
INSERT INTO public."Approvals" VALUES ('TR-4', '10000000-0000-4000-8000-00000000c0de', '30000000-0000-4000-8000-000000000001', 'Riya Rao', 'SIP trunk “voice agents 4”, outbound', '[{"Title":"Name","Value":"voice agents 4"},{"Title":"Host","Value":"acme4.pstn.twilio.com"},{"Title":"Direction","Value":"outbound"},{"Title":"Numbers","Value":"\u002B14152000004"},{"Title":"Username","Value":"acme4"},{"Title":"Password","Value":"\u2022\u2022\u2022"}]', '[]', '[]', '[]', 1, '\x0145637cdad3d5d8812f30d22cbe0194bdd01c399050217cab5db5340295394793', 'Granted', 2, 'Approver', '["direction: This trunk is outbound."]', '[{"PersonId":"30000000-0000-4000-8000-000000000002","PersonName":"Omar Haddad","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T17:20:53.4767458+00:00","Fingerprint":"AUVjfNrT1diBLzDSLL4BlL3QHDmQUCF8q121NAKVOUeT","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6198/connector/","ConversationId":"a:1omar-0002","AccountId":"29:1omar-0002","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false},{"PersonId":"30000000-0000-4000-8000-000000000003","PersonName":"Mei Lin","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T17:20:53.4767458+00:00","Fingerprint":"AUVjfNrT1diBLzDSLL4BlL3QHDmQUCF8q121NAKVOUeT","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6198/connector/","ConversationId":"a:1mei-0003","AccountId":"29:1mei-0003","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false}]', '[]', NULL, '{"bot":{"id":"28:20000000-0000-4000-8000-000000000b07"},"conversation":{"id":"approvals-room","isGroup":true,"tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"webchat","serviceUrl":"http://127.0.0.1:6198/connector/"}', '1795972853495', NULL, NULL, NULL, NULL, 1795972853476, 1796577653476, 'Open 1.0, 0 of 2 Approver, 0 lapsed, : ', 5, NULL);
INSERT INTO public."Approvals" VALUES ('TR-2', '10000000-0000-4000-8000-00000000c0de', '30000000-0000-4000-8000-000000000001', 'Riya Rao', 'SIP trunk “voice agents 2”, outbound', '[{"Title":"Name","Value":"voice agents 2"},{"Title":"Host","Value":"acme2.pstn.twilio.com"},{"Title":"Direction","Value":"outbound"},{"Title":"Numbers","Value":"\u002B14152000002"},{"Title":"Username","Value":"acme2"},{"Title":"Password","Value":"\u2022\u2022\u2022"}]', '[]', '[]', '[]', 1, '\x01c9b6b528b02205bc687bb04d56fcca97048ca602ea005c7d7647209b51dc0a57', 'Granted', 2, 'Approver', '["direction: This trunk is outbound."]', '[{"PersonId":"30000000-0000-4000-8000-000000000002","PersonName":"Omar Haddad","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T17:20:53.4767458+00:00","Fingerprint":"Acm2tSiwIgW8aHuwTVb8ypcEjKYC6gBcfXZHIJtR3ApX","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6198/connector/","ConversationId":"a:1omar-0002","AccountId":"29:1omar-0002","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false},{"PersonId":"30000000-0000-4000-8000-000000000003","PersonName":"Mei Lin","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T17:20:53.4767458+00:00","Fingerprint":"Acm2tSiwIgW8aHuwTVb8ypcEjKYC6gBcfXZHIJtR3ApX","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6198/connector/","ConversationId":"a:1mei-0003","AccountId":"29:1mei-0003","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false}]', '[]', 'VideoSDK didn''t confirm it, so the trunk may or may not exist. VideoSDK received the request, and the connection broke before its answer came. TrunkBot doesn''t send it again by itself, or there could be two trunks. An administrator who didn''t ask for it looks in VideoSDK''s dashboard and settles it on the card in the approvals room. Or they type /trunk adopt TR-2 TRUNK-ID if it is there, or /trunk resend TR-2 if it is not.', '{"bot":{"id":"28:20000000-0000-4000-8000-000000000b07"},"conversation":{"id":"approvals-room","isGroup":true,"tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"webchat","serviceUrl":"http://127.0.0.1:6198/connector/"}', '1795972853485', NULL, NULL, NULL, NULL, 1795972853476, 1796577653476, 'Granted 1.0, 2 of 2 Approver, 0 lapsed, : VideoSDK didn''t confirm it, so the trunk may or may not exist. VideoSDK received the request, and the connection broke before its answer came. TrunkBot doesn''t send it again by itself, or there could be two trunks. An administrator who didn''t ask for it looks in VideoSDK''s dashboard and settles it on the card in the approvals room. Or they type /trunk adopt TR-2 TRUNK-ID if it is there, or /trunk resend TR-2 if it is not.', 6, 'Unconfirmed');
INSERT INTO public."Approvals" VALUES ('TR-3', '10000000-0000-4000-8000-00000000c0de', '30000000-0000-4000-8000-000000000001', 'Riya Rao', 'SIP trunk “voice agents 3”, outbound', '[{"Title":"Name","Value":"voice agents 3"},{"Title":"Host","Value":"acme3.pstn.twilio.com"},{"Title":"Direction","Value":"outbound"},{"Title":"Numbers","Value":"\u002B14152000003"},{"Title":"Username","Value":"acme3"},{"Title":"Password","Value":"\u2022\u2022\u2022"}]', '[]', '[]', '[]', 1, '\x017cc07e0893bad00d3b717e43d350c50c8efeb8dcbb09c9a55b4494a0d72c92a6', 'Open', 2, 'Approver', '["direction: This trunk is outbound."]', '[{"PersonId":"30000000-0000-4000-8000-000000000002","PersonName":"Omar Haddad","Role":1,"Approved":true,"Comment":null,"At":"2026-11-29T17:20:53.4767458+00:00","Fingerprint":"AXzAfgiTutANO3F+Q9NQxQyO/rjcuwnJpVtElKDXLJKm","InPlaceOf":null,"Met":{"ServiceUrl":"http://127.0.0.1:6198/connector/","ConversationId":"a:1omar-0002","AccountId":"29:1omar-0002","ChannelId":"msteams","MustAsk":false},"IsLapsed":false,"IsPush":false}]', '[]', NULL, '{"bot":{"id":"28:20000000-0000-4000-8000-000000000b07"},"conversation":{"id":"approvals-room","isGroup":true,"tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"webchat","serviceUrl":"http://127.0.0.1:6198/connector/"}', '1795972853492', NULL, NULL, NULL, NULL, 1795972853476, 1796577653476, 'Open 1.0, 1 of 2 Approver, 0 lapsed, : ', 3, NULL);


--
-- Data for Name: ApprovalsRooms; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: Audit; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."Audit" VALUES ('01a2281b-1985-7166-9d34-6c52416ce211', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 1795969193476, '30000000-0000-4000-8000-000000000001', 'Riya Rao', NULL, NULL, 'submitted', NULL, NULL, 1, '\x0114dfe9b12f86d31132bcff92279b17f8788f45731cf89969724887460e9daf96', '\x01469eaaf59989ffc901a57608ee33050f30b363ca05e47678b04f07a1be0e46a9', NULL, '\x012afd7aa0f2f0ed3cbc20ab2d51abf62ee3f2e4fb8476f103cc1c4edbc0bfef85');
INSERT INTO public."Audit" VALUES ('01a2281b-1a43-7cd6-aaf6-14fed4f44571', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 1795969193476, '30000000-0000-4000-8000-000000000002', 'Omar Haddad', NULL, NULL, 'approved', NULL, 'direction', 2, '\x0114dfe9b12f86d31132bcff92279b17f8788f45731cf89969724887460e9daf96', '\x01469eaaf59989ffc901a57608ee33050f30b363ca05e47678b04f07a1be0e46a9', '\x012afd7aa0f2f0ed3cbc20ab2d51abf62ee3f2e4fb8476f103cc1c4edbc0bfef85', '\x01f291e99945a89a3869c894c9c94afd46972d4405d6da4ee12877a63ecc7e5fdd');
INSERT INTO public."Audit" VALUES ('01a2281b-1a65-77a4-b224-4fcf90c99a35', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 1795969193476, '30000000-0000-4000-8000-000000000003', 'Mei Lin', NULL, NULL, 'approved', NULL, 'direction', 3, '\x0114dfe9b12f86d31132bcff92279b17f8788f45731cf89969724887460e9daf96', '\x01673cc4b39b92baf830e12d3ae3bd5d6770b1d903d2b702614fd9f14fd8932fbb', '\x01f291e99945a89a3869c894c9c94afd46972d4405d6da4ee12877a63ecc7e5fdd', '\x01300156c225633d6de91c4e97cfd225e3cbeeecaef7c8fe496e6f185990004eeb');
INSERT INTO public."Audit" VALUES ('01a2281b-1acb-7a64-a504-62ffbd22f393', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 1795969193476, NULL, NULL, NULL, NULL, 'provisioning', NULL, NULL, 4, '\x0114dfe9b12f86d31132bcff92279b17f8788f45731cf89969724887460e9daf96', '\x01055a2b1bb3da6e37c4f5fdff4645119054ca7dab1dafa5d8ceab3d0cb474984e', '\x01300156c225633d6de91c4e97cfd225e3cbeeecaef7c8fe496e6f185990004eeb', '\x0194a34e4958e9ad13a4bc2b2fe0e98e78fef2c6635fe2c89a7141681de8552ec6');
INSERT INTO public."Audit" VALUES ('01a2281b-1b10-7d9d-b868-69a3192f14a9', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 1795969193476, NULL, NULL, NULL, NULL, 'created', 'gnEUKYZH7DFzEdRsJ8hoq', NULL, 5, '\x0114dfe9b12f86d31132bcff92279b17f8788f45731cf89969724887460e9daf96', '\x017441cebdae39c94ef7dcb3e3ef9f96a596112a3a108d7562df44e2dd899c6569', '\x0194a34e4958e9ad13a4bc2b2fe0e98e78fef2c6635fe2c89a7141681de8552ec6', '\x01b7da9903f243fbeb64661ff193420ed7dc9311e57310ef48e3af0be6aa2065db');
INSERT INTO public."Audit" VALUES ('01a2281b-1b96-7523-acf4-9a319dda5a48', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 1795972853476, '30000000-0000-4000-8000-000000000001', 'Riya Rao', NULL, NULL, 'submitted', NULL, NULL, 1, '\x01c9b6b528b02205bc687bb04d56fcca97048ca602ea005c7d7647209b51dc0a57', '\x01dbf0ab60dd454d7bccb3bb4041f249cd89fe1e5b7b8f160728c1178adcf44615', NULL, '\x016645592eed5877e0c3d9a98ab33a33df4b6efa57e1023a1665428ecda8b84d0c');
INSERT INTO public."Audit" VALUES ('01a2281b-1bbd-7cbf-9aca-899bad70a5e9', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 1795972853476, '30000000-0000-4000-8000-000000000002', 'Omar Haddad', NULL, NULL, 'approved', NULL, 'direction', 2, '\x01c9b6b528b02205bc687bb04d56fcca97048ca602ea005c7d7647209b51dc0a57', '\x01dbf0ab60dd454d7bccb3bb4041f249cd89fe1e5b7b8f160728c1178adcf44615', '\x016645592eed5877e0c3d9a98ab33a33df4b6efa57e1023a1665428ecda8b84d0c', '\x01afa252ec0bea982ab7192839d338ca9d32b717d97430b1d520e80860004e8fae');
INSERT INTO public."Audit" VALUES ('01a2281b-1bd0-7349-b8fa-fb95db8fa7a4', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 1795972853476, '30000000-0000-4000-8000-000000000003', 'Mei Lin', NULL, NULL, 'approved', NULL, 'direction', 3, '\x01c9b6b528b02205bc687bb04d56fcca97048ca602ea005c7d7647209b51dc0a57', '\x01f1b40657d680a05719ef2362ee8b4c36c97fa30c90e6bbd58c6d22561c7731f4', '\x01afa252ec0bea982ab7192839d338ca9d32b717d97430b1d520e80860004e8fae', '\x01dc0d2018fd564f62c8a4848626c9d625754c95f953c969e199f9629a5f0d4fc0');
INSERT INTO public."Audit" VALUES ('01a2281b-1bfe-723d-b48f-78609197cdc1', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 1795972853476, NULL, NULL, NULL, NULL, 'provisioning', NULL, NULL, 4, '\x01c9b6b528b02205bc687bb04d56fcca97048ca602ea005c7d7647209b51dc0a57', '\x01cec7a27fb52e54598245dcbd55e37ed3757eb50994f994d96967b9984b5f2873', '\x01dc0d2018fd564f62c8a4848626c9d625754c95f953c969e199f9629a5f0d4fc0', '\x01843885475d996643488972166baa5889127da69aba6fcdf96e92f2c9d890dfe4');
INSERT INTO public."Audit" VALUES ('01a2281b-1c0b-7e7f-b040-39cacf2ca050', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 1795972853476, NULL, NULL, NULL, NULL, 'outcome unknown', 'VideoSDK received the request, and the connection broke before its answer came. TrunkBot doesn''t send it again by itself, or there could be two trunks. An administrator who didn''t ask for it looks in VideoSDK''s dashboard and settles it on the card in the approvals room. Or they type /trunk adopt TR-2 TRUNK-ID if it is there, or /trunk resend TR-2 if it is not.', NULL, 5, '\x01c9b6b528b02205bc687bb04d56fcca97048ca602ea005c7d7647209b51dc0a57', '\x0199dd678e0882a5169cc9cc5ccc5987a038317d9086795ac4635c25be60cb85e4', '\x01843885475d996643488972166baa5889127da69aba6fcdf96e92f2c9d890dfe4', '\x012437c19855180203184964718a615fac42d13aa923073549cc2916ad7c740502');
INSERT INTO public."Audit" VALUES ('01a2281b-1c87-7e48-a575-feb2e10f33b2', '10000000-0000-4000-8000-00000000c0de', 'TR-3', 1795972853476, '30000000-0000-4000-8000-000000000001', 'Riya Rao', NULL, NULL, 'submitted', NULL, NULL, 1, '\x017cc07e0893bad00d3b717e43d350c50c8efeb8dcbb09c9a55b4494a0d72c92a6', '\x01bc45b6173610d41bdbcf5af0510e742ab3472b51437f0056b1d9c6d93c9363ba', NULL, '\x0124a1570da6c95979858bf867765c8e35f95a31d8207cd50a60601ea55080ebad');
INSERT INTO public."Audit" VALUES ('01a2281b-1cb9-7085-94be-fd75abe0dd60', '10000000-0000-4000-8000-00000000c0de', 'TR-3', 1795972853476, '30000000-0000-4000-8000-000000000002', 'Omar Haddad', NULL, NULL, 'approved', NULL, 'direction', 2, '\x017cc07e0893bad00d3b717e43d350c50c8efeb8dcbb09c9a55b4494a0d72c92a6', '\x01bc45b6173610d41bdbcf5af0510e742ab3472b51437f0056b1d9c6d93c9363ba', '\x0124a1570da6c95979858bf867765c8e35f95a31d8207cd50a60601ea55080ebad', '\x01b1829261356a55dd76142145bca99bfd42c09e474d00a6ab8306459eca51d47c');
INSERT INTO public."Audit" VALUES ('01a2281b-1cfe-7a65-b1ea-b395f02cbb67', '10000000-0000-4000-8000-00000000c0de', 'TR-4', 1795972853476, '30000000-0000-4000-8000-000000000001', 'Riya Rao', NULL, NULL, 'submitted', NULL, NULL, 1, '\x0145637cdad3d5d8812f30d22cbe0194bdd01c399050217cab5db5340295394793', '\x0135051558924ad7ec0da15ab5d24a982b285fa6af149f022e15673e76d853b437', NULL, '\x01cd12803a80d94ace1b44f7b1df5e0ebd875c68580be44377a76cb6d3fec13393');
INSERT INTO public."Audit" VALUES ('01a2281b-1d22-7ab2-a658-86f447d5b7c1', '10000000-0000-4000-8000-00000000c0de', 'TR-4', 1795972853476, '30000000-0000-4000-8000-000000000002', 'Omar Haddad', NULL, NULL, 'approved', NULL, 'direction', 2, '\x0145637cdad3d5d8812f30d22cbe0194bdd01c399050217cab5db5340295394793', '\x0135051558924ad7ec0da15ab5d24a982b285fa6af149f022e15673e76d853b437', '\x01cd12803a80d94ace1b44f7b1df5e0ebd875c68580be44377a76cb6d3fec13393', '\x011ecdb1d9c8bbe446d63eaf988e842e0bd669e5316c058fb8772048e79353439b');
INSERT INTO public."Audit" VALUES ('01a2281b-1d3b-7d49-ad45-0671dbd36d24', '10000000-0000-4000-8000-00000000c0de', 'TR-4', 1795972853476, '30000000-0000-4000-8000-000000000003', 'Mei Lin', NULL, NULL, 'approved', NULL, 'direction', 3, '\x0145637cdad3d5d8812f30d22cbe0194bdd01c399050217cab5db5340295394793', '\x01dc819f6cd0428069f1d02e3bc4799f11635c23d20546721430f5690568fc45f1', '\x011ecdb1d9c8bbe446d63eaf988e842e0bd669e5316c058fb8772048e79353439b', '\x0169741e509dfb94d9d0feb7a24b803aa479916aa166314a779e4157cb18f04eea');


--
-- Data for Name: AuditCheckpoints; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."AuditCheckpoints" VALUES (1, 1795972853476, NULL, '\x01134f13241a2e8198699e94f88de66deacef481db8fe9f031966307894b436e88');


--
-- Data for Name: AuditHeads; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."AuditHeads" VALUES ('10000000-0000-4000-8000-00000000c0de', 'TR-1', 5, '\x01b7da9903f243fbeb64661ff193420ed7dc9311e57310ef48e3af0be6aa2065db', 1795969193476, 5, NULL, NULL);
INSERT INTO public."AuditHeads" VALUES ('10000000-0000-4000-8000-00000000c0de', 'TR-2', 5, '\x012437c19855180203184964718a615fac42d13aa923073549cc2916ad7c740502', 1795972853476, 0, NULL, NULL);
INSERT INTO public."AuditHeads" VALUES ('10000000-0000-4000-8000-00000000c0de', 'TR-3', 2, '\x01b1829261356a55dd76142145bca99bfd42c09e474d00a6ab8306459eca51d47c', 1795972853476, 0, NULL, NULL);
INSERT INTO public."AuditHeads" VALUES ('10000000-0000-4000-8000-00000000c0de', 'TR-4', 3, '\x0169741e509dfb94d9d0feb7a24b803aa479916aa166314a779e4157cb18f04eea', 1795972853476, 0, NULL, NULL);


--
-- Data for Name: AuditSeals; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."AuditSeals" VALUES (1, '10000000-0000-4000-8000-00000000c0de', 'TR-1', 5, '\x01b7da9903f243fbeb64661ff193420ed7dc9311e57310ef48e3af0be6aa2065db');


--
-- Data for Name: Conversations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."Conversations" VALUES ('msteams', 'a:1riya-0001', '10000000-0000-4000-8000-00000000c0de', NULL, '30000000-0000-4000-8000-000000000001', '29:1riya-0001', '28:20000000-0000-4000-8000-000000000b07', 'http://127.0.0.1:6198/connector/', 1795972853476, NULL);
INSERT INTO public."Conversations" VALUES ('msteams', 'a:1omar-0002', '10000000-0000-4000-8000-00000000c0de', NULL, '30000000-0000-4000-8000-000000000002', '29:1omar-0002', '28:20000000-0000-4000-8000-000000000b07', 'http://127.0.0.1:6198/connector/', 1795972853476, NULL);
INSERT INTO public."Conversations" VALUES ('msteams', 'a:1mei-0003', '10000000-0000-4000-8000-00000000c0de', NULL, '30000000-0000-4000-8000-000000000003', '29:1mei-0003', '28:20000000-0000-4000-8000-000000000b07', 'http://127.0.0.1:6198/connector/', 1795972853476, NULL);


--
-- Data for Name: Jobs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."Jobs" VALUES ('01a2281b-1985-70d5-b5f3-a2b8cfae4a51', 'remind-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 0, 1796055593476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1985-72be-bb50-1db8b1c27c2b', 'escalate-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 0, 1796228393476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1985-7e1e-ab90-f73e6613d43f', 'expire-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 0, 1796573993476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1985-7c35-a08f-812ee76f177c', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 1, 1795969193476, NULL, NULL, 1, NULL, NULL, 3);
INSERT INTO public."Jobs" VALUES ('01a2281b-1a43-7b5b-9c03-5015d8f6ba6f', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 1, 1795969193476, NULL, NULL, 1, NULL, NULL, 3);
INSERT INTO public."Jobs" VALUES ('01a2281b-1a65-7520-a69e-4c6efcc54c8b', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 1, 1795969193476, NULL, NULL, 1, NULL, NULL, 3);
INSERT INTO public."Jobs" VALUES ('01a2281b-1b13-762b-8959-e0d3c4d6b7d0', 'send-activity', '10000000-0000-4000-8000-00000000c0de', '', 1, 1795969193476, NULL, NULL, 1, NULL, NULL, 4);
INSERT INTO public."Jobs" VALUES ('01a2281b-1a66-77c4-b0a5-9b8b426b71b3', 'provision-trunk', '10000000-0000-4000-8000-00000000c0de', '1', 1, 1795969193476, NULL, NULL, 1, NULL, NULL, 4);
INSERT INTO public."Jobs" VALUES ('01a2281b-1b22-7ff0-89d3-7cf595ffe85b', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-1', 1, 1795969193476, NULL, NULL, 1, NULL, NULL, 3);
INSERT INTO public."Jobs" VALUES ('0c3a7d84-2f4b-4a57-8f0e-6f0c1f6d9b52', 'audit-checkpoint', NULL, '', 0, 1795976453476, NULL, NULL, 0, NULL, NULL, 5);
INSERT INTO public."Jobs" VALUES ('5b1f9a52-7d1c-4f0c-9a0e-3a5d2c7b6e11', 'housekeeping', NULL, '', 0, 1795976453476, NULL, NULL, 0, NULL, NULL, 5);
INSERT INTO public."Jobs" VALUES ('01a2281b-1b96-7d7e-8493-0d9bc285fb4f', 'remind-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 0, 1796059253476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1b96-744c-b8b5-17392f23091e', 'escalate-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 0, 1796232053476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1b96-7d3f-a2ed-0f3c16f367c8', 'expire-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 0, 1796577653476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1b95-75a3-b6f1-655cdee887bc', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 1, 1795972853476, NULL, NULL, 1, NULL, NULL, 3);
INSERT INTO public."Jobs" VALUES ('01a2281b-1bbd-7e7e-aefa-5e65f367dacc', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 1, 1795972853476, NULL, NULL, 1, NULL, NULL, 3);
INSERT INTO public."Jobs" VALUES ('01a2281b-1bd0-7de4-9d97-238977aa6e86', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 1, 1795972853476, NULL, NULL, 1, NULL, NULL, 3);
INSERT INTO public."Jobs" VALUES ('01a2281b-1c1f-7c6f-844b-71410a842cd4', 'send-activity', '10000000-0000-4000-8000-00000000c0de', '', 1, 1795972853476, NULL, NULL, 1, NULL, NULL, 4);
INSERT INTO public."Jobs" VALUES ('01a2281b-1c0c-702f-b7db-289f3fbd179a', 'forget-password', '10000000-0000-4000-8000-00000000c0de', '2', 0, 1796577653476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1bd3-736a-8c85-fafd01cfd574', 'provision-trunk', '10000000-0000-4000-8000-00000000c0de', '2', 1, 1795972853476, NULL, NULL, 1, NULL, NULL, 4);
INSERT INTO public."Jobs" VALUES ('01a2281b-1c20-7a61-885a-45aebf34b6bb', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-2', 1, 1795972853476, NULL, NULL, 1, NULL, NULL, 3);
INSERT INTO public."Jobs" VALUES ('01a2281b-1c22-779d-8d1f-6bb94b2978bd', 'send-activity', '10000000-0000-4000-8000-00000000c0de', '', 1, 1795972853476, NULL, NULL, 1, NULL, NULL, 4);
INSERT INTO public."Jobs" VALUES ('01a2281b-1c87-7387-a461-ea1dd07bcc05', 'remind-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-3', 0, 1796059253476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1c87-78dd-9913-f8213fa693f7', 'escalate-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-3', 0, 1796232053476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1c87-72e9-b843-37750ac1d2a7', 'expire-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-3', 0, 1796577653476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1c86-749c-9c3d-c4ec83db019d', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-3', 1, 1795972853476, NULL, NULL, 1, NULL, NULL, 3);
INSERT INTO public."Jobs" VALUES ('01a2281b-1cb9-73f1-8bbe-8294673d1f8b', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-3', 1, 1795972853476, NULL, NULL, 1, NULL, NULL, 3);
INSERT INTO public."Jobs" VALUES ('01a2281b-1cfe-734a-9dbb-92a778fe0b0a', 'remind-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-4', 0, 1796059253476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1cfe-74f0-8e94-37cd0f207c01', 'escalate-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-4', 0, 1796232053476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1cfe-73ff-affa-7ffc2edfb9dc', 'expire-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-4', 0, 1796577653476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1cfe-7f07-99a1-ab126be3ff3c', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-4', 1, 1795972853476, NULL, NULL, 1, NULL, NULL, 3);
INSERT INTO public."Jobs" VALUES ('01a2281b-1d22-7ecf-8a75-1a736f4d00ca', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-4', 0, 1795972853476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1d3b-744b-be00-0b2ddb27f82a', 'show-approval', '10000000-0000-4000-8000-00000000c0de', 'TR-4', 0, 1795972853476, NULL, NULL, 0, NULL, NULL, 1);
INSERT INTO public."Jobs" VALUES ('01a2281b-1d3c-7112-be6b-7c8e4c21b853', 'provision-trunk', '10000000-0000-4000-8000-00000000c0de', '4', 0, 1795972853476, NULL, NULL, 0, NULL, NULL, 1);


--
-- Data for Name: Keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."Keys" VALUES ('ring key-23318226-2575-40a2-b28c-e4fdd720dbcd', '<key id="23318226-2575-40a2-b28c-e4fdd720dbcd" version="1"><creationDate>2026-11-29T16:19:53.8147202Z</creationDate><activationDate>2026-11-29T16:19:53.8147202Z</activationDate><expirationDate>2027-02-27T16:19:53.8147202Z</expirationDate><descriptor deserializerType="Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel.AuthenticatedEncryptorDescriptorDeserializer, Microsoft.AspNetCore.DataProtection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=adb9793829ddae60"><descriptor><encryption algorithm="AES_256_CBC" /><validation algorithm="HMACSHA256" /><encryptedSecret decryptorType="Microsoft.AspNetCore.DataProtection.XmlEncryption.EncryptedXmlDecryptor, Microsoft.AspNetCore.DataProtection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=adb9793829ddae60" xmlns="http://schemas.asp.net/2015/03/dataProtection"><EncryptedData Type="http://www.w3.org/2001/04/xmlenc#Element" xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc" /><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><EncryptedKey xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-1_5" /><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>MIICuTCCAaGgAwIBAgIJAPT2qYOjiAk7MA0GCSqGSIb3DQEBCwUAMBsxGTAXBgNVBAMTEFRydW5rQm90IGVhcmxpZXIwIBcNMjYxMTI4MTYxOTQ5WhgPMjA3NjExMjkxNjE5NDlaMBsxGTAXBgNVBAMTEFRydW5rQm90IGVhcmxpZXIwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQDq/yQCU64kiDxxgWduOyMo+dU8eOcLTVKFNT8rA4g6pZbjoS+wOTlVuou02dMbbgGCd8WCquRPH6AUJt4YIv8TNbkVcrQfHCPhI3Ccv0B0ETPCmqnMKBe4jUKWZW5dfv5orpvUIYmAtjo7XWJpCcZ1TNJJHXzqisSLDGeodqWG3ZuFbV9tvfT9F9Noz66wIxMdRdaAkq8CvcfeUZAbbFblzMtVAREwEJcmJi8FXIxaFL+7l08jpax4FYYhA2Tc/8Yz35iZIDISMGdL0RY9voXMvm3KjL3uB1eYmJa+pyMOX6+B/JsJCDFhka2FV7oLSCQGuzzN7myBM7CDVucICaS7AgMBAAEwDQYJKoZIhvcNAQELBQADggEBAN7xYQ4NeCG0YW3FxBEYVtOYKpevAe+DiwEFWuOUKQOVvmdfEMgPpaM/qXUN8QZB/YR29bJwCAzM+0N1xqq/ooQ6ijojuxso+dVbUGzTk/3z/tXwBkhkvKt8Nbm1gaDbxWQJJ/PHgSmh2bjlTHY4fX/DRyenNgv1M49EnhWL2PntVBfcAEXKoNNOezW+TdOKphsnndUlREKUCQsMANQjLTGbw45xnRN8RYpr/c2tEc3i7Vm4i7fRglIbYMR4eShqTFmiVY3WHtfTznJOIr2xK18YDl4/7GvxJeLiYzZvVAkh/ZpxvLtNouBGyMAibgXitgGJbbSouXESB5+aubjNc7Y=</X509Certificate></X509Data></KeyInfo><CipherData><CipherValue>eow30o54y9u+TKEYjMoH+EjmVg3pzKN10JOQRNsYTfUr7S5xILIFxP+m+NAapYf/p+VCmEtXnqGG0V6+6K9OEOIX3EZHLZFbdIWd8bQauVtd079z2WD7B2V8kvIRwhHcNwJHfRrco4MNTS9wHDOhDLoaoCwlM4/TIz/T5kIOjLQDcmsxCZpoEp2z+bhfuc+Cs9rQrQhInoA+2vFY+ayyMDyoHOBeSIqbiHoHYi+K7a8sk2kJJdkUDt43vklkifR9F5jMVhTIeZDfeQvlgfHE4cRAcY3yZ1zBMKHx8gIvTC240SguRjOL+iOsacs2Ho/wRT2U/bKVaDtHUlWRPzIaDA==</CipherValue></CipherData></EncryptedKey></KeyInfo><CipherData><CipherValue>PYRB/WmguqGupvTMcSuoDdA9szRsBgeaKa0RVwv2e5EUVGSaNeTEz1WHFIJsrARxDJYXaz/ZLMbfFX7ZlmlFGc4WY4Rb7Oa1AQ6ZeXBjjJeqq6GGo7dSe8lfMPGh3upRUT+2haZiIu0wFPLkEpjSPnwvgXhfbCkesPVAQHkO3pM1bV5ELRrBAPjHXSyYe3k9DCepgWNu5+IkfF0z4PMOnwI74RU6mnApk1KUyX0OQtynqFhg0osdopXxpQ3T6xQW6aLB5DpsYW2bebr+bu2lFrAWpcFY+yqK+nzJzkd4K5zY61kYDVlQUNLFpOFUH/FMsKIPNZdcl39n56Gk6e8ZpPHD0ypf0TYsdrWWqBSY2eKpmf1zxW/0yzX24J/V5cnVEfnDoHIbcHyiJgplz3V3gQ==</CipherValue></CipherData></EncryptedData></encryptedSecret></descriptor></descriptor></key>', 1795969193476);
INSERT INTO public."Keys" VALUES ('fingerprint 1', 'CfDJ8CaCMSN1JaJAsozk/dcg280UjMQ+LnvLKl5chLYbkC7nWsbfXCKXooxiLmNc66ZlQn4hm2Eck4NfGfVdyVeI397g3sZK8UQwxxgN4tVBNvZduE7HtoEC20KaBu7/nIuHZBfs6rcYd3th78u1/9hCoheIOiTFw1VT7AhN+cqkI/KS', 1795969193476);


--
-- Data for Name: OneTimeLinks; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: Requests; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."Requests" VALUES (1, '10000000-0000-4000-8000-00000000c0de', '30000000-0000-4000-8000-000000000001', 'Riya Rao', 'msteams|a:1riya-0001', '{"activityId":"1795969193476","user":{"id":"29:1riya-0001","name":"Riya Rao","aadObjectId":"30000000-0000-4000-8000-000000000001","role":"user"},"bot":{"id":"28:20000000-0000-4000-8000-000000000b07","name":"TrunkBot"},"conversation":{"id":"a:1riya-0001","conversationType":"personal","tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"msteams","serviceUrl":"http://127.0.0.1:6198/connector/","locale":"en-US"}', 'Created', false, '[]', NULL, '\x0114dfe9b12f86d31132bcff92279b17f8788f45731cf89969724887460e9daf96', 1795969193476, 1795969193476, 1795969193476, NULL, 1795969193476, 'gnEUKYZH7DFzEdRsJ8hoq', NULL, 'outbound', 'acme.pstn.twilio.com', 'voice agents', '+14155550100', 'acme', 9, NULL, NULL, NULL, NULL);
INSERT INTO public."Requests" VALUES (2, '10000000-0000-4000-8000-00000000c0de', '30000000-0000-4000-8000-000000000001', 'Riya Rao', 'msteams|a:1riya-0001', '{"activityId":"1795972853476","user":{"id":"29:1riya-0001","name":"Riya Rao","aadObjectId":"30000000-0000-4000-8000-000000000001","role":"user"},"bot":{"id":"28:20000000-0000-4000-8000-000000000b07","name":"TrunkBot"},"conversation":{"id":"a:1riya-0001","conversationType":"personal","tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"msteams","serviceUrl":"http://127.0.0.1:6198/connector/","locale":"en-US"}', 'OutcomeUnknown', false, '[]', 'CfDJ8CaCMSN1JaJAsozk_dcg282yO93-aZWNXtAtidGDdygz9cuixM2kRi1JmdbxhuMtLkFRZgJi9t_NH3PEEaeOyQOG1-s_72ReA8R9M1acA3_EROiH15C8CKbpPI49HKealY-8MloI_RG19btrqqB-FhY', '\x01c9b6b528b02205bc687bb04d56fcca97048ca602ea005c7d7647209b51dc0a57', 1795972853476, 1795972853476, 1795972853476, 1795972853476, 1795972853476, NULL, 'VideoSDK received the request, and the connection broke before its answer came. TrunkBot doesn''t send it again by itself, or there could be two trunks. An administrator who didn''t ask for it looks in VideoSDK''s dashboard and settles it on the card in the approvals room. Or they type /trunk adopt TR-2 TRUNK-ID if it is there, or /trunk resend TR-2 if it is not.', 'outbound', 'acme2.pstn.twilio.com', 'voice agents 2', '+14152000002', 'acme2', 9, NULL, NULL, NULL, NULL);
INSERT INTO public."Requests" VALUES (3, '10000000-0000-4000-8000-00000000c0de', '30000000-0000-4000-8000-000000000001', 'Riya Rao', 'msteams|a:1riya-0001', '{"activityId":"1795972853487","user":{"id":"29:1riya-0001","name":"Riya Rao","aadObjectId":"30000000-0000-4000-8000-000000000001","role":"user"},"bot":{"id":"28:20000000-0000-4000-8000-000000000b07","name":"TrunkBot"},"conversation":{"id":"a:1riya-0001","conversationType":"personal","tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"msteams","serviceUrl":"http://127.0.0.1:6198/connector/","locale":"en-US"}', 'Pending', false, '[]', 'CfDJ8CaCMSN1JaJAsozk_dcg2808Wmv1uue6EUbluBvCWhxXVqpZ-xzj3NklSkOB6pFMT8eShE_RyDrgYNqYWOVxqoZ9jN474BHaz4KSriykES7ElcPdM3Pxx5u5iC54eUq6hgxmcfttYWOTA9EcJQGFcSc', '\x017cc07e0893bad00d3b717e43d350c50c8efeb8dcbb09c9a55b4494a0d72c92a6', 1795972853476, 1795972853476, NULL, NULL, NULL, NULL, NULL, 'outbound', 'acme3.pstn.twilio.com', 'voice agents 3', '+14152000003', 'acme3', 6, NULL, NULL, NULL, NULL);
INSERT INTO public."Requests" VALUES (4, '10000000-0000-4000-8000-00000000c0de', '30000000-0000-4000-8000-000000000001', 'Riya Rao', 'msteams|a:1riya-0001', '{"activityId":"1795972853493","user":{"id":"29:1riya-0001","name":"Riya Rao","aadObjectId":"30000000-0000-4000-8000-000000000001","role":"user"},"bot":{"id":"28:20000000-0000-4000-8000-000000000b07","name":"TrunkBot"},"conversation":{"id":"a:1riya-0001","conversationType":"personal","tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"msteams","serviceUrl":"http://127.0.0.1:6198/connector/","locale":"en-US"}', 'Approved', false, '[]', 'CfDJ8CaCMSN1JaJAsozk_dcg283-vrWV9NBMjrO9FvpPFWbZrzKNXNtKPmKGXR4uFlCuxGHqMw1XwQmwTNAmA80YWkYIjJdYhvlG_FGHSaymEOn1oWMLjAb5uJ5VZavXBmSb2UsA4mHNjYefu8nr7to9qSc', '\x0145637cdad3d5d8812f30d22cbe0194bdd01c399050217cab5db5340295394793', 1795972853476, 1795972853476, 1795972853476, NULL, NULL, NULL, NULL, 'outbound', 'acme4.pstn.twilio.com', 'voice agents 4', '+14152000004', 'acme4', 7, NULL, NULL, NULL, NULL);
INSERT INTO public."Requests" VALUES (5, '10000000-0000-4000-8000-00000000c0de', '30000000-0000-4000-8000-000000000001', 'Riya Rao', 'msteams|a:1riya-0001', '{"activityId":"1795972853500","user":{"id":"29:1riya-0001","name":"Riya Rao","aadObjectId":"30000000-0000-4000-8000-000000000001","role":"user"},"bot":{"id":"28:20000000-0000-4000-8000-000000000b07","name":"TrunkBot"},"conversation":{"id":"a:1riya-0001","conversationType":"personal","tenantId":"10000000-0000-4000-8000-00000000c0de"},"channelId":"msteams","serviceUrl":"http://127.0.0.1:6198/connector/","locale":"en-US"}', 'Draft', true, '[]', NULL, NULL, 1795972853476, 1795972853476, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'hotline', NULL, NULL, 3, NULL, NULL, NULL, NULL);


--
-- Data for Name: SeenActivities; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."SeenActivities" VALUES ('msteams|a:1riya-0001|message||1795969193476|', 200, NULL, 1795969193476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1riya-0001|invoke|adaptiveCard/action|f:d8f81d86-59dd-4422-ba7b-0b59f3376b8d|', 200, '{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.5","fallbackText":"TR-1: voice agents. Waiting for an approver.","lang":"en","body":[{"type":"TextBlock","text":"TR-1: voice agents","wrap":true,"weight":"Bolder","size":"Medium","style":"heading"},{"type":"Container","items":[{"type":"TextBlock","text":"Waiting for an approver.","wrap":true,"weight":"Bolder"}],"style":"emphasis"},{"type":"FactSet","facts":[{"title":"Name","value":"voice agents"},{"title":"Host","value":"acme\\.pstn\\.twilio\\.com"},{"title":"Direction","value":"outbound"},{"title":"Numbers","value":"\u002B14155550100"},{"title":"Username","value":"acme"},{"title":"Password","value":"\u2022\u2022\u2022"},{"title":"Asked by","value":"Riya Rao"},{"title":"Who approves","value":"2 other approvers"},{"title":"Rule","value":"direction: This trunk is outbound."}]}],"actions":[{"type":"Action.Execute","verb":"say","data":{"verb":"say","line":"trunk edit TR-1"},"associatedInputs":"none","title":"Change","fallback":{"type":"Action.Submit","data":{"verb":"say","line":"trunk edit TR-1"},"associatedInputs":"none","title":"Change"}},{"type":"Action.Execute","verb":"request.cancel","data":{"verb":"request.cancel","requestId":"TR-1"},"associatedInputs":"none","title":"Cancel request","fallback":{"type":"Action.Submit","data":{"verb":"request.cancel","requestId":"TR-1"},"associatedInputs":"none","title":"Cancel request"}},{"type":"Action.Execute","verb":"request.refresh","data":{"verb":"request.refresh","requestId":"TR-1"},"associatedInputs":"none","title":"Refresh","fallback":{"type":"Action.Submit","data":{"verb":"request.refresh","requestId":"TR-1"},"associatedInputs":"none","title":"Refresh"}}]}}', 1795969193476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1omar-0002|message||1795969193479|', 200, NULL, 1795969193476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1mei-0003|message||1795969193481|', 200, NULL, 1795969193476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1riya-0001|message||1795972853476|', 200, NULL, 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1riya-0001|invoke|adaptiveCard/action|f:0233d92d-efd1-458e-94a7-786ffdaf0ee6|', 200, '{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.5","fallbackText":"TR-2: voice agents 2. Waiting for an approver.","lang":"en","body":[{"type":"TextBlock","text":"TR-2: voice agents 2","wrap":true,"weight":"Bolder","size":"Medium","style":"heading"},{"type":"Container","items":[{"type":"TextBlock","text":"Waiting for an approver.","wrap":true,"weight":"Bolder"}],"style":"emphasis"},{"type":"FactSet","facts":[{"title":"Name","value":"voice agents 2"},{"title":"Host","value":"acme2\\.pstn\\.twilio\\.com"},{"title":"Direction","value":"outbound"},{"title":"Numbers","value":"\u002B14152000002"},{"title":"Username","value":"acme2"},{"title":"Password","value":"\u2022\u2022\u2022"},{"title":"Asked by","value":"Riya Rao"},{"title":"Who approves","value":"2 other approvers"},{"title":"Rule","value":"direction: This trunk is outbound."}]}],"actions":[{"type":"Action.Execute","verb":"say","data":{"verb":"say","line":"trunk edit TR-2"},"associatedInputs":"none","title":"Change","fallback":{"type":"Action.Submit","data":{"verb":"say","line":"trunk edit TR-2"},"associatedInputs":"none","title":"Change"}},{"type":"Action.Execute","verb":"request.cancel","data":{"verb":"request.cancel","requestId":"TR-2"},"associatedInputs":"none","title":"Cancel request","fallback":{"type":"Action.Submit","data":{"verb":"request.cancel","requestId":"TR-2"},"associatedInputs":"none","title":"Cancel request"}},{"type":"Action.Execute","verb":"request.refresh","data":{"verb":"request.refresh","requestId":"TR-2"},"associatedInputs":"none","title":"Refresh","fallback":{"type":"Action.Submit","data":{"verb":"request.refresh","requestId":"TR-2"},"associatedInputs":"none","title":"Refresh"}}]}}', 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1omar-0002|message||1795972853479|', 200, NULL, 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1mei-0003|message||1795972853481|', 200, NULL, 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1riya-0001|message||1795972853487|', 200, NULL, 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1riya-0001|invoke|adaptiveCard/action|f:9b2ef6e3-104e-4a6a-b061-eed276299ac2|', 200, '{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.5","fallbackText":"TR-3: voice agents 3. Waiting for an approver.","lang":"en","body":[{"type":"TextBlock","text":"TR-3: voice agents 3","wrap":true,"weight":"Bolder","size":"Medium","style":"heading"},{"type":"Container","items":[{"type":"TextBlock","text":"Waiting for an approver.","wrap":true,"weight":"Bolder"}],"style":"emphasis"},{"type":"FactSet","facts":[{"title":"Name","value":"voice agents 3"},{"title":"Host","value":"acme3\\.pstn\\.twilio\\.com"},{"title":"Direction","value":"outbound"},{"title":"Numbers","value":"\u002B14152000003"},{"title":"Username","value":"acme3"},{"title":"Password","value":"\u2022\u2022\u2022"},{"title":"Asked by","value":"Riya Rao"},{"title":"Who approves","value":"2 other approvers"},{"title":"Rule","value":"direction: This trunk is outbound."}]}],"actions":[{"type":"Action.Execute","verb":"say","data":{"verb":"say","line":"trunk edit TR-3"},"associatedInputs":"none","title":"Change","fallback":{"type":"Action.Submit","data":{"verb":"say","line":"trunk edit TR-3"},"associatedInputs":"none","title":"Change"}},{"type":"Action.Execute","verb":"request.cancel","data":{"verb":"request.cancel","requestId":"TR-3"},"associatedInputs":"none","title":"Cancel request","fallback":{"type":"Action.Submit","data":{"verb":"request.cancel","requestId":"TR-3"},"associatedInputs":"none","title":"Cancel request"}},{"type":"Action.Execute","verb":"request.refresh","data":{"verb":"request.refresh","requestId":"TR-3"},"associatedInputs":"none","title":"Refresh","fallback":{"type":"Action.Submit","data":{"verb":"request.refresh","requestId":"TR-3"},"associatedInputs":"none","title":"Refresh"}}]}}', 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1omar-0002|message||1795972853490|', 200, NULL, 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1riya-0001|message||1795972853493|', 200, NULL, 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1riya-0001|invoke|adaptiveCard/action|f:502b337b-74a7-4271-af92-1388c8935b28|', 200, '{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.5","fallbackText":"TR-4: voice agents 4. Waiting for an approver.","lang":"en","body":[{"type":"TextBlock","text":"TR-4: voice agents 4","wrap":true,"weight":"Bolder","size":"Medium","style":"heading"},{"type":"Container","items":[{"type":"TextBlock","text":"Waiting for an approver.","wrap":true,"weight":"Bolder"}],"style":"emphasis"},{"type":"FactSet","facts":[{"title":"Name","value":"voice agents 4"},{"title":"Host","value":"acme4\\.pstn\\.twilio\\.com"},{"title":"Direction","value":"outbound"},{"title":"Numbers","value":"\u002B14152000004"},{"title":"Username","value":"acme4"},{"title":"Password","value":"\u2022\u2022\u2022"},{"title":"Asked by","value":"Riya Rao"},{"title":"Who approves","value":"2 other approvers"},{"title":"Rule","value":"direction: This trunk is outbound."}]}],"actions":[{"type":"Action.Execute","verb":"say","data":{"verb":"say","line":"trunk edit TR-4"},"associatedInputs":"none","title":"Change","fallback":{"type":"Action.Submit","data":{"verb":"say","line":"trunk edit TR-4"},"associatedInputs":"none","title":"Change"}},{"type":"Action.Execute","verb":"request.cancel","data":{"verb":"request.cancel","requestId":"TR-4"},"associatedInputs":"none","title":"Cancel request","fallback":{"type":"Action.Submit","data":{"verb":"request.cancel","requestId":"TR-4"},"associatedInputs":"none","title":"Cancel request"}},{"type":"Action.Execute","verb":"request.refresh","data":{"verb":"request.refresh","requestId":"TR-4"},"associatedInputs":"none","title":"Refresh","fallback":{"type":"Action.Submit","data":{"verb":"request.refresh","requestId":"TR-4"},"associatedInputs":"none","title":"Refresh"}}]}}', 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1omar-0002|message||1795972853496|', 200, NULL, 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1mei-0003|message||1795972853498|', 200, NULL, 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1riya-0001|message||1795972853500|', 200, NULL, 1795972853476);
INSERT INTO public."SeenActivities" VALUES ('msteams|a:1riya-0001|message||1795972853502|', 200, NULL, 1795972853476);


--
-- Data for Name: Sequences; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."Sequences" VALUES ('request', 5);


--
-- Data for Name: State; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."State" VALUES ('msteams/conversations/a:1riya-0001/users/29:1riya-0001', '{"dialogs":{"stack":[{"id":"new-trunk","stack":[{"id":"text","state":{"options":{"prompt":{"type":"message","text":"Which SIP host did the carrier give you? Just the host, for example example.pstn.twilio.com.","textFormat":"plain","valueType":"domain"},"retryPrompt":{"type":"message","text":"Answer with a text.","textFormat":"plain"},"orders":[{"value":"back","synonyms":[],"title":"Back"}]},"attemptCount":0}},{"id":"questions","version":"questions:6","state":{"stepIndex":1,"options":{"request":5,"again":null}}}],"state":{"request":5,"field":"domain"}}]}}', 1795972853476, 2);


--
-- Data for Name: TrunkKeys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 0, '+14155550100', 1);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 1, 'voice agents', 1);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 2, 'acme', 1);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 3, 'acme.pstn.twilio.com', 1);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 4, 'acme@acme.pstn.twilio.com', 1);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 5, 'US', 1);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 0, '+14152000002', 2);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 1, 'voice agents 2', 2);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 2, 'acme2', 2);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 3, 'acme2.pstn.twilio.com', 2);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 4, 'acme2@acme2.pstn.twilio.com', 2);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 0, '+14152000003', 3);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 1, 'voice agents 3', 3);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 2, 'acme3', 3);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 3, 'acme3.pstn.twilio.com', 3);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 4, 'acme3@acme3.pstn.twilio.com', 3);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 0, '+14152000004', 4);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 1, 'voice agents 4', 4);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 2, 'acme4', 4);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 3, 'acme4.pstn.twilio.com', 4);
INSERT INTO public."TrunkKeys" VALUES ('10000000-0000-4000-8000-00000000c0de', 4, 'acme4@acme4.pstn.twilio.com', 4);


--
-- Data for Name: Trunks; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."Trunks" VALUES ('gnEUKYZH7DFzEdRsJ8hoq', '10000000-0000-4000-8000-00000000c0de', 1, '30000000-0000-4000-8000-000000000001', 'voice agents', 'acme.pstn.twilio.com', 'outbound', '+14155550100', 'acme', 1795969193476);


--
-- Data for Name: __EFMigrationsHistory; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."__EFMigrationsHistory" VALUES ('20261125231548_Initial', '10.0.15');
INSERT INTO public."__EFMigrationsHistory" VALUES ('20261128203350_Conversations', '10.0.15');
INSERT INTO public."__EFMigrationsHistory" VALUES ('20261128203500_WaitingForOperators', '10.0.15');
INSERT INTO public."__EFMigrationsHistory" VALUES ('20261128210000_FewRowsRead', '10.0.15');
INSERT INTO public."__EFMigrationsHistory" VALUES ('20261128210501_ApprovalEnding', '10.0.15');


--
-- Name: Approvals PK_Approvals; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."Approvals"
    ADD CONSTRAINT "PK_Approvals" PRIMARY KEY ("SubjectId");


--
-- Name: ApprovalsRooms PK_ApprovalsRooms; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."ApprovalsRooms"
    ADD CONSTRAINT "PK_ApprovalsRooms" PRIMARY KEY ("TenantId");


--
-- Name: Audit PK_Audit; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."Audit"
    ADD CONSTRAINT "PK_Audit" PRIMARY KEY ("Id");


--
-- Name: AuditCheckpoints PK_AuditCheckpoints; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."AuditCheckpoints"
    ADD CONSTRAINT "PK_AuditCheckpoints" PRIMARY KEY ("Number");


--
-- Name: AuditHeads PK_AuditHeads; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."AuditHeads"
    ADD CONSTRAINT "PK_AuditHeads" PRIMARY KEY ("TenantId", "Subject");


--
-- Name: AuditSeals PK_AuditSeals; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."AuditSeals"
    ADD CONSTRAINT "PK_AuditSeals" PRIMARY KEY ("Checkpoint", "TenantId", "Subject");


--
-- Name: Conversations PK_Conversations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."Conversations"
    ADD CONSTRAINT "PK_Conversations" PRIMARY KEY ("ChannelId", "Id");


--
-- Name: Jobs PK_Jobs; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."Jobs"
    ADD CONSTRAINT "PK_Jobs" PRIMARY KEY ("Id");


--
-- Name: Keys PK_Keys; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."Keys"
    ADD CONSTRAINT "PK_Keys" PRIMARY KEY ("Name");


--
-- Name: OneTimeLinks PK_OneTimeLinks; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."OneTimeLinks"
    ADD CONSTRAINT "PK_OneTimeLinks" PRIMARY KEY ("TokenHash");


--
-- Name: Requests PK_Requests; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."Requests"
    ADD CONSTRAINT "PK_Requests" PRIMARY KEY ("Number");


--
-- Name: SeenActivities PK_SeenActivities; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."SeenActivities"
    ADD CONSTRAINT "PK_SeenActivities" PRIMARY KEY ("Key");


--
-- Name: Sequences PK_Sequences; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."Sequences"
    ADD CONSTRAINT "PK_Sequences" PRIMARY KEY ("Name");


--
-- Name: State PK_State; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."State"
    ADD CONSTRAINT "PK_State" PRIMARY KEY ("Key");


--
-- Name: TrunkKeys PK_TrunkKeys; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."TrunkKeys"
    ADD CONSTRAINT "PK_TrunkKeys" PRIMARY KEY ("TenantId", "Kind", "Value", "RequestNumber");


--
-- Name: Trunks PK_Trunks; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."Trunks"
    ADD CONSTRAINT "PK_Trunks" PRIMARY KEY ("TrunkId");


--
-- Name: __EFMigrationsHistory PK___EFMigrationsHistory; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."__EFMigrationsHistory"
    ADD CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId");


--
-- Name: IX_Approvals_TenantId_State; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Approvals_TenantId_State" ON public."Approvals" USING btree ("TenantId", "State");


--
-- Name: IX_AuditHeads_RemovedAt_LastAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_AuditHeads_RemovedAt_LastAt" ON public."AuditHeads" USING btree ("RemovedAt", "LastAt");


--
-- Name: IX_AuditHeads_Sequence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_AuditHeads_Sequence" ON public."AuditHeads" USING btree ("Sequence") WHERE ("SealedSequence" < "Sequence");


--
-- Name: IX_AuditSeals_TenantId_Subject_Sequence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_AuditSeals_TenantId_Subject_Sequence" ON public."AuditSeals" USING btree ("TenantId", "Subject", "Sequence");


--
-- Name: IX_Audit_TenantId_At; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Audit_TenantId_At" ON public."Audit" USING btree ("TenantId", "At");


--
-- Name: IX_Audit_TenantId_Subject_Sequence; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_Audit_TenantId_Subject_Sequence" ON public."Audit" USING btree ("TenantId", "Subject", "Sequence");


--
-- Name: IX_Conversations_ChannelId_TeamId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Conversations_ChannelId_TeamId" ON public."Conversations" USING btree ("ChannelId", "TeamId");


--
-- Name: IX_Conversations_TenantId_ChannelId_SeenAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Conversations_TenantId_ChannelId_SeenAt" ON public."Conversations" USING btree ("TenantId", "ChannelId", "SeenAt");


--
-- Name: IX_Conversations_TenantId_PersonId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Conversations_TenantId_PersonId" ON public."Conversations" USING btree ("TenantId", "PersonId");


--
-- Name: IX_Jobs_State_DueAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Jobs_State_DueAt" ON public."Jobs" USING btree ("State", "DueAt");


--
-- Name: IX_Jobs_Struggling; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Jobs_Struggling" ON public."Jobs" USING btree ("State", "DueAt") WHERE ("Attempts" >= 5);


--
-- Name: IX_Jobs_TurnKey; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Jobs_TurnKey" ON public."Jobs" USING btree ("TurnKey");


--
-- Name: IX_OneTimeLinks_ExpiresAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_OneTimeLinks_ExpiresAt" ON public."OneTimeLinks" USING btree ("ExpiresAt");


--
-- Name: IX_Requests_State_ChangedAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Requests_State_ChangedAt" ON public."Requests" USING btree ("State", "ChangedAt");


--
-- Name: IX_Requests_TenantId_AskerId_Number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Requests_TenantId_AskerId_Number" ON public."Requests" USING btree ("TenantId", "AskerId", "Number");


--
-- Name: IX_Requests_TenantId_AskerId_State; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Requests_TenantId_AskerId_State" ON public."Requests" USING btree ("TenantId", "AskerId", "State");


--
-- Name: IX_Requests_TenantId_CreatedAt_Number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Requests_TenantId_CreatedAt_Number" ON public."Requests" USING btree ("TenantId", "CreatedAt", "Number") WHERE ("State" <> 'Draft'::text);


--
-- Name: IX_SeenActivities_At; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_SeenActivities_At" ON public."SeenActivities" USING btree ("At");


--
-- Name: IX_State_ChangedAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_State_ChangedAt" ON public."State" USING btree ("ChangedAt");


--
-- Name: IX_TrunkKeys_RequestNumber; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_TrunkKeys_RequestNumber" ON public."TrunkKeys" USING btree ("RequestNumber");


--
-- Name: IX_Trunks_RequestNumber; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_Trunks_RequestNumber" ON public."Trunks" USING btree ("RequestNumber");


--
-- Name: IX_Trunks_TenantId_AskerId_CreatedAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Trunks_TenantId_AskerId_CreatedAt" ON public."Trunks" USING btree ("TenantId", "AskerId", "CreatedAt");


--
-- Name: IX_Trunks_TenantId_CreatedAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_Trunks_TenantId_CreatedAt" ON public."Trunks" USING btree ("TenantId", "CreatedAt");


--
-- PostgreSQL database dump complete
--


