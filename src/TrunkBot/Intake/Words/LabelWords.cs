namespace TrunkBot.Intake.Words;

/// <summary>The labels themselves: folded words, phrases parted by bars.</summary>
internal static class LabelWords
{
    public static readonly (LabelKind Kind, string Phrases)[] All =
    [
        (LabelKind.TrunkName, "trunk name|name of the trunk|trunk|friendly name|friendlyname|connection name|trunk label|trunk title|display name|displayname|peer name|sip trunk name|trunkname|"
            + "trunk bezeichnung|bezeichnung|name des trunks|bezeichnung des trunks|nombre del trunk|nombre de la troncal|nombre de troncal|nombre del enlace|troncal|nom du trunk|nom de la liaison|nom du tronc|nom du trunk sip|"
            + "nome do tronco|nome do trunk|tronco|nome do trunk sip|ट्रंक का नाम|ट्रंक नाम|ट्रंक|トランク名|トランクの名前|トランク"),
        (LabelKind.Name, "name|label|nombre|nom|nome|नाम|名前|名称"),
        (LabelKind.Host, "host|hostname|host name|server|servername|server name|server address|domain|domain name|domainname|sip domain|sip server|sip host|sip uri|sip address|sip endpoint|registrar|registrar server|register server|"
            + "registration server|sip registrar|termination uri|termination sip uri|termination url|termination sip domain|termination domain|termination host|termination endpoint|termination address|termination|trunk domain|trunk host|trunk address|"
            + "sip trunk domain|fqdn|gateway|gateway address|sip gateway|endpoint|address|trunk uri|server uri|outbound address|remote host|remote hosts|remote address|peer|peer address|carrier host|sbc|sbc address|sbc fqdn|sip ip|ip|ip address|gateway ip|server ip|server hostname|"
            + "uri|sip url|contact uri|aor contact|destination uri|target|connect to|sip target|sipserver|siphost|sipdomain|sip service|voip server|"
            + "serveradresse|server adresse|sip serveradresse|domane|sip domane|registrar server|anmeldeserver|sip registrar|vermittlungsserver|hostname des servers|sip adresse|adresse|sip registrierungsserver|registrierungsserver|"
            + "servidor|servidor sip|dominio|dominio sip|anfitrion|direccion del servidor|nombre del servidor|nombre de host|servidor de registro|direccion sip|uri sip|uri de terminacion|"
            + "serveur|serveur sip|domaine|domaine sip|hote|hote sip|nom d hote|adresse du serveur|serveur d enregistrement|adresse sip|nom de domaine|uri de terminaison|registraire|"
            + "endereco do servidor|anfitriao|nome do host|dominio do servidor|servidor de registo|endereco sip|uri de terminacao|nome do servidor|"
            + "सर्वर|होस्ट|डोमेन|सर्वर का पता|सर्वर पता|होस्ट का नाम|होस्टनेम|रजिस्ट्रार|"
            + "サーバー|サーバ|ホスト|ホスト名|ドメイン|ドメイン名|レジストラ|レジストラー|接続先|サーバーアドレス|サーバアドレス|接続先サーバー"),
        (LabelKind.Proxy, "proxy|sip proxy|outbound proxy|outboundproxy|proxy server|sip proxy server|proxy adresse|proxyserver|proxy sip|servidor proxy|serveur proxy|प्रॉक्सी|プロキシ|アウトバウンドプロキシ|fromdomain|from domain|client uri|realm|sip realm"),
        (LabelKind.Direction, "direction|type|tipo de troncal|tipo de tronco|tipo de trunk|type de trunk|type de tronc|trunktyp|art des trunks|call direction|trunk direction|trunk type|richtung|anrufrichtung|rufrichtung|verkehrsrichtung|gesprachsrichtung|direccion|sentido|direccion de llamada|sentido de las llamadas|sens|sens des appels|sens d appel|"
            + "direcao|sentido das chamadas|direcao das chamadas|दिशा|कॉल दिशा|方向|トランク方向|トランク種別|トランクタイプ|通話方向|発着信|発着信区分|type of trunk|traffic direction|traffic"),
        (LabelKind.Number, "number|numbers|phone number|phone numbers|phonenumber|phonenumbers|telephone number|telephone numbers|did|dids|ddi|ddis|did number|did numbers|ddi number|ddi numbers|did list|assigned numbers|assigned number|your number|your numbers|"
            + "your new number|caller id|caller id number|callerid|cli|msisdn|outbound number|inbound numbers|inbound number|main number|main ddi|main did|tn|tns|tn list|telephone number list|trunk number|trunk numbers|pilot number|e 164|e164|lead number|outbound caller id|sip number|"
            + "rufnummer|rufnummern|telefonnummer|telefonnummern|nummer|nummern|kopfnummer|kopfrufnummer|registrierungsrufnummer|hauptrufnummer|hauptnummer|ihre rufnummer|ihre rufnummern|stammnummer|zugewiesene rufnummern|zugeteilte rufnummern|"
            + "numero|numeros|numero de telefono|numeros de telefono|numero asignado|numeros asignados|numeracion|numeracion asignada|numero telefonico|numeros telefonicos|"
            + "numero de telephone|numeros de telephone|numero attribue|numeros attribues|sda|numero sda|numeros sda|"
            + "numero de telefone|numeros de telefone|numero atribuido|numeros atribuidos|numero do tronco|"
            + "नंबर|फोन नंबर|फ़ोन नंबर|फ़ोन नंबर|नंबर्स|संख्या|डीआईडी|電話番号|番号|外線番号|発信番号|着信番号|割当番号|ご利用番号|契約番号"),
        (LabelKind.Phone, "phone|tel|telephone|telefon|telefono|telefone|fon|fono|call us|ph|फोन|फ़ोन|電話"),
        (LabelKind.User, "username|user name|user|userid|user id|login|login name|sip user|sip username|sip user name|sip login|sip id|auth user|auth username|auth user name|auth name|authname|auth id|authid|authentication user|authentication username|"
            + "authentication user name|authentication name|authentication id|authorization user|authorization username|authorization name|authorization id|authorisation user|register name|registration user|registration username|defaultuser|authuser|sip account|"
            + "account user|credential username|outbound username|inbound username|sipuser|sipusername|sip user id|auth user id|"
            + "benutzername|benutzer|benutzerkennung|anmeldename|nutzername|kennung|zugangskennung|sip benutzername|sip benutzer|sip kennung|anmeldung|teilnehmerkennung|auth benutzer|authentifizierungsname|auth name|"
            + "usuario|nombre de usuario|usuario sip|nombre de usuario sip|id de usuario|usuario de autenticacion|"
            + "utilisateur|nom d utilisateur|nom utilisateur|identifiant|identifiant sip|login sip|utilisateur sip|identifiant d authentification|nom d utilisateur sip|compte sip|"
            + "utilizador|nome de usuario|nome de utilizador|nome do usuario|usuario sip|utilizador sip|usuario de autenticacao|"
            + "यूज़रनेम|यूजरनेम|यूज़र नेम|यूजर नेम|उपयोगकर्ता|उपयोगकर्ता नाम|उपयोगकर्ता का नाम|उपयोगकर्तानाम|यूज़रनेम|यूज़र|यूजर|ユーザー名|ユーザ名|ユーザー|ユーザーid|ユーザー id|ユーザ id|認証id|認証 id|ログインid|ログイン id|ログイン名|アカウント名|認証ユーザー名"),
        (LabelKind.Login, "credential|credentials|creds|zugangsdaten|anmeldedaten|logindaten|identifiants|credenciales|credenciais|acceso|acesso|認証情報"),
        (LabelKind.Port, "port|sip port|port number|signalling port|signaling port|porta|porta sip|puerto|puerto sip|port sip|पोर्ट|ポート|ポート番号"),
        (LabelKind.Transport, "transport|transport protocol|sip transport|protocol|protokoll|transportprotokoll|protocolo|protocolo de transporte|transporte|protocole|protocole de transport|ट्रांसपोर्ट|प्रोटोकॉल|トランスポート|プロトコル"),
        (LabelKind.Country, "country|country code|land|pais|pays|देश|国|region code"),
        (LabelKind.Mail, "from|to|cc|bcc|subject|date|sent|reply to|importance|attachments|von|an|betreff|gesendet|datum|de|para|asunto|fecha|enviado|objet|envoye|a|assunto|data|enviado em|enviada em|से|प्रति|विषय|दिनांक|भेजा गया|差出人|宛先|件名|日時|送信日時|送信者|received|message id|content type|mime version|content transfer encoding|return path|priority|when|where|wann|wo|cc kopie"),
    ];

    /// <summary>A label with one of these is about something else than the trunk's own field.</summary>
    public const string Others =
        "fax telefax telecopie facsimile mobile mobil cell handy celular movil portable telemovel whatsapp skype support helpdesk hotline help desk noc service servicedesk contact kontakt contacto contato ansprechpartner contatto "
        + "office buro oficina bureau escritorio zentrale company firma empresa entreprise customer kunde kunden kundennummer cliente client invoice rechnung rechnungsnummer factura facture fatura order auftrag auftragsnummer bestellung pedido commande "
        + "billing abrechnung ticket case reference referenz referencia vat ust iban bic tax steuer nif siret contract vertrag vertragsnummer contrato contrat sales vertrieb ventas emergency notruf emergencia urgence "
        + "account sid uuid media rtp sdp audio signalling signaling signalisierung ips whitelist allowlist allow allowed permit acl netmask firewall stun turn ntp dns webhook webhooks callback console portal website web webseite sitio site url urls smtp imap pop pop3 ftp sftp "
        + "ssh mail email correo courriel nameserver secondary sekundar secundario secundaria secondaire backup failover fallback reserve ausweich alternate origination agent codec codecs codecs channels channel kanale canales canaux canais cps capacity concurrent simultaneous max min maximum rate price preis precio prix preco "
        + "extension durchwahl nebenstelle street strasse city zip postal first last full contactname file bindaddr bindport externip externaddr localnet local status sla activation valid expires expiry timeout interval qualify dtmf dtmfmode ani diversion trace tracking meeting conference passcode dial bridge "
        + "database db redis postgres postgresql mysql mongodb kafka rabbitmq guthaben balance plan tarif tarifa forfait license licence mac device serial version "
        + "technical technischer tecnico technique dial-in metadata emergencyaddress notrufadresse location standort sender signature author vendor manager employee voicemail "
        + "サポート お問い合わせ 問い合わせ ファックス 携帯 お客様 請求 請求書 会社 担当 住所 メディア 窓口 緊急 सहायता सपोर्ट फैक्स फ़ैक्स मोबाइल कार्यालय ग्राहक चालान संपर्क ईमेल मीडिया";

    /// <summary>Words around a label that do not change what it means.</summary>
    public const string Around =
        "sip trunk trunks trunking voip the your our my primary main hauptserver new carrier provider pbx ihr ihre ihren der die das su sus tu el la los las votre vos le les seu sua o os a primario principal primaire primarer "
        + "authentication auth registration register termination outbound inbound outgoing incoming elastic zugewiesene assigned public signup fqdn for of de del du do da pour para fur zum zur ip or and und y et e address adresse hostname host optional required registrar s on am digest number nr voice telephony line "
        + "एसआईपी आपका आपके का के की के 用";
}
