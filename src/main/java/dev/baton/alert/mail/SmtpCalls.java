package dev.baton.alert.mail;

import dev.baton.alert.message.DeliveryOutcome;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;

/**
 * Calls of the mail server, each with a limit of time, and what its answer means for a delivery.
 */
final class SmtpCalls implements AutoCloseable {
  private final MailServer server;
  private final Duration wholeCall;

  /** SMTP has time-outs a line, none a call: a call that drips on is left behind on its thread. */
  private final ThreadPoolExecutor calls =
      new ThreadPoolExecutor(
          0, 4, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), SmtpCalls::thread);

  SmtpCalls(MailServer server, Duration wholeCall) {
    this.server = server;
    this.wholeCall = wholeCall;
  }

  /** Sends it; {@code kept} is what the log keeps of it. */
  DeliveryOutcome send(MimeMessage message, String kept) {
    Future<?> call;
    try {
      call =
          calls.submit(
              () -> {
                server.send(message);
                return null;
              });
    } catch (RejectedExecutionException e) {
      return new DeliveryOutcome.Retry("the mail server still hasn't answered earlier calls");
    }
    try {
      call.get(wholeCall.toMillis(), TimeUnit.MILLISECONDS);
      return new DeliveryOutcome.Sent(kept);
    } catch (TimeoutException e) {
      call.cancel(true);
      return new DeliveryOutcome.Retry(
          "the mail server took longer than " + wholeCall.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new DeliveryOutcome.Retry("interrupted while sending");
    } catch (ExecutionException e) {
      return refused(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static DeliveryOutcome refused(Throwable cause) {
    if (cause instanceof MailServer.UnwritableAddress) {
      return new DeliveryOutcome.Dead(reason(cause));
    }
    if (cause instanceof MailSendException sending && hopeless(sending)) {
      return new DeliveryOutcome.Dead("the mail server refused the address: " + reason(cause));
    }
    return new DeliveryOutcome.Retry("the mail server didn't take it: " + reason(cause));
  }

  /** 5xx on the address itself: the mailbox doesn't exist, today or tomorrow. */
  private static boolean hopeless(MailSendException sending) {
    for (Exception failure : sending.getMessageExceptions()) {
      for (Exception e = failure;
          e instanceof MessagingException messaging;
          e = messaging.getNextException()) {
        if (e instanceof SMTPAddressFailedException address && address.getReturnCode() / 100 == 5) {
          return true;
        }
      }
    }
    return false;
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "mail-call");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    calls.shutdownNow();
  }
}
