package dev.baton.engine;

import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Exception mapper of the engine's REST API and of Tasklist: a problem of ours arrives as what it
 * is, the sentence and the wrong fields, not a broken server. Jersey finds it by {@code
 * META-INF/services}.
 */
public class EngineRestExceptionMapper implements AutoDiscoverable {

  @Override
  public void configure(FeatureContext context) {
    context.register(new OfProblems());
    context.register(new OfTheEngine());
  }

  /** In the shape of the engine's own errors, with our fields beside it. */
  static class OfProblems implements ExceptionMapper<ApiProblem> {
    @Override
    public Response toResponse(ApiProblem problem) {
      return problem instanceof InvalidInput invalid
          ? answer(422, sentence(invalid.errors()), invalid.errors())
          : answer(problem.getStatusCode().value(), problem.getMessage(), List.of());
    }
  }

  /**
   * The engine wraps what a task listener throws, and calls a lost race a broken server; both have
   * a sentence for the person.
   */
  @Priority(1)
  static class OfTheEngine implements ExtendedExceptionMapper<ProcessEngineException> {
    private final OfProblems problems = new OfProblems();

    @Override
    public boolean isMappable(ProcessEngineException failure) {
      return isLostRace(failure) || ApiProblem.in(failure).isPresent();
    }

    @Override
    public Response toResponse(ProcessEngineException failure) {
      return ApiProblem.in(failure)
          .map(problems::toResponse)
          .orElseGet(
              () ->
                  answer(
                      409,
                      "Somebody else was faster; reload the list to see who has it now",
                      List.of()));
    }

    private static boolean isLostRace(ProcessEngineException failure) {
      return failure instanceof OptimisticLockingException
          || failure instanceof TaskAlreadyClaimedException;
    }
  }

  /** Whoever chooses from a list has no use for its codes; they stand in the errors. */
  private static String sentence(List<FieldError> errors) {
    return errors.stream()
        .map(e -> e.field() + ": " + (e.allowed() == null ? e.message() : "please choose"))
        .collect(Collectors.joining("; "));
  }

  private static Response answer(int status, @Nullable String message, List<FieldError> errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    // the word that callers know
    body.put("type", "AnswerRefused");
    body.put("message", message);
    body.put("errors", errors);
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
  }
}
