package dev.baton.engine;

import dev.baton.input.ApiProblem;
import dev.baton.input.DatabaseOutage;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a failure of the engine means to whoever called it, where it is no broken server. */
final class EngineRefusal {
  /** The engine says so of what it looked for in vain; of a missing argument it says less. */
  private static final Pattern SOUGHT =
      Pattern.compile("(?i)\\b(find|found|exists?|no deployed|no such|unknown)\\b|\\bwith id\\b");

  /** For programmers. */
  private static final Pattern IS_NULL = Pattern.compile(": \\w+ is null$");

  private EngineRefusal() {}

  static Optional<ApiProblem> of(Throwable failure) {
    Optional<ApiProblem> ours = ApiProblem.in(failure).or(() -> DatabaseOutage.of(failure));
    if (ours.isEmpty() && isToldWell(failure)) {
      return ours;
    }
    for (Throwable cause = failure; ours.isEmpty() && cause != null; cause = cause.getCause()) {
      HttpStatus status = status(cause);
      if (status != null) {
        String said = String.valueOf(cause.getMessage());
        ours =
            Optional.of(
                new ApiProblem(
                    status,
                    status == HttpStatus.CONFLICT
                        ? "Somebody else was faster; reload the list to see who has it now"
                        : IS_NULL.matcher(said).replaceFirst("")));
      }
    }
    return ours;
  }

  /** The engine's REST API has a status and details for these itself. */
  private static boolean isToldWell(Throwable failure) {
    return failure instanceof AuthorizationException
        || (failure instanceof BadUserRequestException && !(failure instanceof NotFoundException));
  }

  private static @Nullable HttpStatus status(Throwable cause) {
    if (cause instanceof OptimisticLockingException
        || cause instanceof TaskAlreadyClaimedException) {
      return HttpStatus.CONFLICT;
    }
    if (cause instanceof NotFoundException) {
      return HttpStatus.NOT_FOUND;
    }
    if (cause instanceof NullValueException) {
      return SOUGHT.matcher(String.valueOf(cause.getMessage())).find()
          ? HttpStatus.NOT_FOUND
          : HttpStatus.BAD_REQUEST;
    }
    if (cause instanceof AuthorizationException) {
      return HttpStatus.FORBIDDEN;
    }
    return cause instanceof BadUserRequestException ? HttpStatus.BAD_REQUEST : null;
  }
}
