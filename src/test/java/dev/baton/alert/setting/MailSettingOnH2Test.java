package dev.baton.alert.setting;

import dev.baton.OnH2;

/** A mail server that is entered, on H2. */
@OnH2
class MailSettingOnH2Test extends MailSettingJourney {}
