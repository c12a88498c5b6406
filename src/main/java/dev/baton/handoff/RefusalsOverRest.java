package dev.baton.handoff;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;

/**
 * Makes a refusal arrive in Tasklist and at the engine's REST API as what it is: the sentence and
 * the wrong fields, not a broken server. Jersey finds it by {@code META-INF/services}.
 */
public class RefusalsOverRest implements AutoDiscoverable {

  @Override
  public void configure(FeatureContext context) {
    context.register(new Mapper());
    context.register(new LostRaces(new Mapper()));
  }

  /**
   * The engine wraps what a task listener throws, and calls a lost race a broken server; both have
   * a sentence for the person.
   */
  @Priority(1)
  static class LostRaces implements ExtendedExceptionMapper<ProcessEngineException> {
    private final Mapper refusals;

    LostRaces(Mapper refusals) {
      this.refusals = refusals;
    }

    @Override
    public boolean isMappable(ProcessEngineException failure) {
      return isLostRace(failure) || AnswerRefused.in(failure).isPresent();
    }

    @Override
    public Response toResponse(ProcessEngineException failure) {
      return AnswerRefused.in(failure)
          .map(refusals::toResponse)
          .orElseGet(
              () ->
                  Mapper.answer(
                      409,
                      "Somebody else was faster; reload the list to see who has it now",
                      List.of()));
    }

    private static boolean isLostRace(ProcessEngineException failure) {
      return failure instanceof OptimisticLockingException
          || failure instanceof TaskAlreadyClaimedException;
    }
  }

  /** In the shape of the engine's own errors, with our fields beside it. */
  static class Mapper implements ExceptionMapper<AnswerRefused> {
    @Override
    public Response toResponse(AnswerRefused refused) {
      if (refused.why() instanceof AnswerRefused.Invalid invalid) {
        return answer(422, sentence(invalid.errors()), invalid.errors());
      }
      boolean late = refused.why() instanceof AnswerRefused.Conflict;
      return answer(late ? 409 : 403, refused.getMessage(), List.of());
    }

    /** Whoever chooses from a list has no use for its codes; they stand in the errors. */
    private static String sentence(List<AnswerRefused.FieldError> errors) {
      return errors.stream()
          .map(e -> e.field() + ": " + (e.allowed() == null ? e.message() : "please choose"))
          .collect(Collectors.joining("; "));
    }

    private static Response answer(
        int status, String message, List<AnswerRefused.FieldError> errors) {
      return Response.status(status)
          .type(MediaType.APPLICATION_JSON_TYPE)
          .entity(Map.of("type", "AnswerRefused", "message", message, "errors", errors))
          .build();
    }
  }
}
