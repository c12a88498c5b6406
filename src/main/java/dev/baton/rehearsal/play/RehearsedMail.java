package dev.baton.rehearsal.play;

import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail server of a rehearsal: takes every message, and nothing leaves the house. */
final class RehearsedMail extends JavaMailSenderImpl {
  @Override
  public void send(MimeMessage message) {
    // who was told is in the outbox
  }
}
