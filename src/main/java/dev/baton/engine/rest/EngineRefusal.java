package dev.baton.engine.rest;

import dev.baton.input.ApiProblem;
import dev.baton.input.DatabaseOutage;
import dev.baton.input.Passwords;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a failure of the engine means to whoever called it, where it is no broken server. */
final class EngineRefusal {
  /** The engine says so of what it looked for in vain, whatever exception it takes for it. */
  private static final Pattern SOUGHT =
      Pattern.compile(
          "(?i)\\bcannot find\\b|\\bdo(es)?(n't| not) exist\\b|\\bno\\b.*\\b(found|exists?)\\b");

  /** The engine takes these for failures of its own. */
  private static final Map<Pattern, String> REFUSED =
      Map.of(
          Pattern.compile("(?i)password does not match policy"),
          "This password won't do: at least %d characters, %s"
              .formatted(
                  Passwords.SHORTEST, "several of them different, and not the user's own name"),
          Pattern.compile("(?i)values cannot be used to query"),
          "A variable is looked for by a text, a number or true and false, not by an object");

  /** For programmers. */
  private static final Pattern INTERNALS = Pattern.compile("^ENGINE-\\d+ |: \\w+ is null$");

  private EngineRefusal() {}

  static Optional<ApiProblem> of(Throwable failure) {
    Optional<ApiProblem> ours = ApiProblem.in(failure).or(() -> DatabaseOutage.of(failure));
    if (ours.isEmpty() && isToldWell(failure)) {
      return ours;
    }
    for (Throwable cause = failure; ours.isEmpty() && cause != null; cause = cause.getCause()) {
      String said = String.valueOf(cause.getMessage());
      ours =
          REFUSED.entrySet().stream()
              .filter(refused -> refused.getKey().matcher(said).find())
              .findFirst()
              .map(refused -> new ApiProblem(HttpStatus.BAD_REQUEST, refused.getValue()));
      if (ours.isPresent()) {
        return ours;
      }
      HttpStatus status = status(cause);
      if (status != null) {
        ours = Optional.of(new ApiProblem(status, sentence(status, cause)));
      }
    }
    return ours;
  }

  private static String sentence(HttpStatus status, Throwable cause) {
    if (status == HttpStatus.CONFLICT) {
      return "Somebody else was faster; reload the list to see who has it now";
    }
    return cause instanceof SQLException
        ? "A value of this request is none that the database can look for"
        : INTERNALS.matcher(String.valueOf(cause.getMessage())).replaceAll("");
  }

  /** The engine's REST API has a status and details for these itself. */
  private static boolean isToldWell(Throwable failure) {
    return failure instanceof AuthorizationException
        || (failure instanceof BadUserRequestException && !isSought(failure));
  }

  private static boolean isSought(Throwable failure) {
    return failure instanceof NotFoundException
        || SOUGHT.matcher(String.valueOf(failure.getMessage())).find();
  }

  private static @Nullable HttpStatus status(Throwable cause) {
    if (cause instanceof OptimisticLockingException
        || cause instanceof TaskAlreadyClaimedException) {
      return HttpStatus.CONFLICT;
    }
    if (cause instanceof AuthorizationException) {
      return HttpStatus.FORBIDDEN;
    }
    if ((cause instanceof ProcessEngineException || cause instanceof RestException)
        && isSought(cause)) {
      return HttpStatus.NOT_FOUND;
    }
    return cause instanceof BadUserRequestException
            || cause instanceof NullValueException
            || (cause instanceof SQLException sql && isBadValue(sql))
        ? HttpStatus.BAD_REQUEST
        : null;
  }

  /** Such as a page before the first one: class 22 of the standard, and what H2 says for it. */
  private static boolean isBadValue(SQLException sql) {
    String state = String.valueOf(sql.getSQLState());
    return state.startsWith("22") || state.equals("90008");
  }
}
