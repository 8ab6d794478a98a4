/** A mail as a carrier sends it, with a password that nobody else has: it ends in the sandbox. */
export const carrierMail = () => `From: Twilio Onboarding <onboarding@example.com>
To: Riya Rao
Subject: Your SIP trunk is ready

Hello Riya,

your trunk is set up. Enter this in your phone system:

Trunk name: Acme sales
Termination SIP URI: example.pstn.twilio.com
Direction: outbound
Phone numbers: +1 415 555 0100, +1 415 555 0101
User name: acme-sales
Password: ${crypto.randomUUID().slice(0, 13)}-Qz7

Kind regards,
Jo Example, Onboarding
Phone +1 212 555 0199 | Fax +1 212 555 0198`;
