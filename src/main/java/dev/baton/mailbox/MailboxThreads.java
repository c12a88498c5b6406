package dev.baton.mailbox;

import dev.baton.alert.delivery.ChannelThreads;
import dev.baton.mailbox.imap.ImapSettings;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Configuration;

/** Threads of mails: one records touches, and one reads the mailbox where there is one. */
@Configuration(proxyBeanMethods = false)
class MailboxThreads implements SmartInitializingSingleton {
  private final ChannelThreads threads;
  private final TouchRecorder recorder;
  private final MailboxReader reader;
  private final Mailbox mailbox;
  private final ImapSettings settings;

  MailboxThreads(
      ChannelThreads threads,
      TouchRecorder recorder,
      MailboxReader reader,
      Mailbox mailbox,
      ImapSettings settings) {
    this.threads = threads;
    this.recorder = recorder;
    this.reader = reader;
    this.mailbox = mailbox;
    this.settings = settings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    threads.add(TouchRecorder.WORK, recorder::drain);
    if (settings.isOn()) {
      mailbox.begin();
      threads.add(MailboxReader.WORK, reader::read);
    }
  }
}
