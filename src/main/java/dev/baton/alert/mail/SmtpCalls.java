package dev.baton.alert.mail;

import dev.baton.alert.message.DeliveryOutcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Calls of the mail server, each with a limit of time, and what its answer means for a delivery.
 */
final class SmtpCalls implements AutoCloseable {
  private final Supplier<MailAccount> account;
  private final Duration wholeCall;

  /** SMTP has time-outs a line, none a call: a call that drips on is left behind on its thread. */
  private final ThreadPoolExecutor calls =
      new ThreadPoolExecutor(
          0, 4, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), SmtpCalls::thread);

  SmtpCalls(Supplier<MailAccount> account, Duration wholeCall) {
    this.account = account;
    this.wholeCall = wholeCall;
  }

  /** Sends it; {@code kept} is what the log keeps of it. */
  DeliveryOutcome send(MimeMessage message, String kept) {
    Future<?> call;
    try {
      call =
          calls.submit(
              () -> {
                account.get().server().send(message);
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

  /** What a server answers that wants another user or password than ours (RFC 4954). */
  private static final Set<Integer> UNAUTHORIZED = Set.of(530, 534, 535, 538);

  private static DeliveryOutcome refused(Throwable cause) {
    if (cause instanceof MailServer.UnwritableAddress) {
      return new DeliveryOutcome.Dead(reason(cause));
    }
    if (cause instanceof MailAuthenticationException
        || cause instanceof AuthenticationFailedException
        || (cause instanceof MailSendException sending && asksToLogIn(sending))) {
      return new DeliveryOutcome.Unauthorized(
          "the mail server refused our login: " + reason(cause));
    }
    if (cause instanceof MailSendException sending && hopeless(sending)) {
      return new DeliveryOutcome.Dead("the mail server refused the address: " + reason(cause));
    }
    return new DeliveryOutcome.Retry("the mail server didn't take it: " + reason(cause));
  }

  private static boolean asksToLogIn(MailSendException sending) {
    return failures(sending)
        .anyMatch(
            e ->
                (e instanceof SMTPSendFailedException failed
                        && isOurs(failed.getReturnCode(), failed.getMessage()))
                    || (e instanceof SMTPAddressFailedException address
                        && isOurs(address.getReturnCode(), address.getMessage())));
  }

  /** Whether it is us that a server refuses, not the recipient (RFC 3463: 5.7, security). */
  private static boolean isOurs(int code, @Nullable String said) {
    return UNAUTHORIZED.contains(code) || (said != null && said.contains(" 5.7."));
  }

  /** 5xx on the address itself: the mailbox doesn't exist, today or tomorrow. */
  private static boolean hopeless(MailSendException sending) {
    return failures(sending)
        .anyMatch(
            e ->
                e instanceof SMTPAddressFailedException address
                    && address.getReturnCode() / 100 == 5);
  }

  /** All that went wrong with a message, each with what it came from. */
  private static Stream<Exception> failures(MailSendException sending) {
    return Arrays.stream(sending.getMessageExceptions())
        .flatMap(
            failure ->
                Stream.iterate(
                    failure,
                    Objects::nonNull,
                    e -> e instanceof MessagingException next ? next.getNextException() : null));
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
