package dev.baton.engine.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
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
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.server.ParamException;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

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
    context.register(new OfItsRest());
    context.register(new OfParameters());
    context.register(new OfBrokenJson());
    context.register(new OfOtherJson());
  }

  /** In the shape of the engine's own errors, with our fields beside it. */
  static class OfProblems implements ExceptionMapper<ApiProblem> {
    @Override
    public Response toResponse(ApiProblem problem) {
      return problem instanceof InvalidInput invalid
          ? answer(422, sentence(invalid.errors()), invalid.errors(), problem)
          : answer(problem.getStatusCode().value(), problem.getMessage(), List.of(), problem);
    }
  }

  /**
   * The engine wraps what a task listener throws, and calls a lost race, a task that isn't there
   * and a question that makes no sense a broken server; all have a sentence for the person. What it
   * answers well itself stays.
   */
  @Priority(1)
  static class OfTheEngine implements ExtendedExceptionMapper<ProcessEngineException> {
    private final OfProblems problems = new OfProblems();

    @Override
    public boolean isMappable(ProcessEngineException failure) {
      return EngineRefusal.of(failure).isPresent();
    }

    @Override
    public Response toResponse(ProcessEngineException failure) {
      return problems.toResponse(EngineRefusal.of(failure).orElseThrow());
    }
  }

  /** Its REST API wraps them once more. */
  @Priority(1)
  static class OfItsRest implements ExtendedExceptionMapper<RestException> {
    private final OfProblems problems = new OfProblems();

    @Override
    public boolean isMappable(RestException failure) {
      Response.Status told = failure.getStatus();
      return EngineRefusal.of(failure)
          .filter(
              refusal ->
                  told == Response.Status.INTERNAL_SERVER_ERROR
                      || (told == Response.Status.BAD_REQUEST
                          && refusal.getStatusCode().value() == 404))
          .isPresent();
    }

    @Override
    public Response toResponse(RestException failure) {
      return problems.toResponse(EngineRefusal.of(failure).orElseThrow());
    }
  }

  /** A parameter that can't be read; Jersey takes it for an address that there isn't. */
  static class OfParameters implements ExceptionMapper<ParamException.UriParamException> {
    @Override
    public Response toResponse(ParamException.UriParamException failure) {
      String sentence = "The parameter %s is not valid".formatted(failure.getParameterName());
      return new OfProblems().toResponse(new ApiProblem(HttpStatus.BAD_REQUEST, sentence));
    }
  }

  /** The engine's REST API says nothing of these but 400. */
  @Priority(1)
  static class OfBrokenJson implements ExceptionMapper<JsonParseException> {
    @Override
    public Response toResponse(JsonParseException failure) {
      return toldOfJson("The body is not JSON: " + failure.getOriginalMessage());
    }
  }

  @Priority(1)
  static class OfOtherJson implements ExceptionMapper<JsonMappingException> {
    @Override
    public Response toResponse(JsonMappingException failure) {
      String field =
          failure.getPath().stream()
              .map(step -> String.valueOf(step.getFieldName()))
              .collect(Collectors.joining("."));
      return toldOfJson(
          field.isEmpty()
              ? "The body is not the JSON object that is asked"
              : "The field %s is of another kind than is asked".formatted(field));
    }
  }

  private static Response toldOfJson(String sentence) {
    return new OfProblems().toResponse(new ApiProblem(HttpStatus.BAD_REQUEST, sentence));
  }

  /** Whoever chooses from a list has no use for its codes; they stand in the errors. */
  private static String sentence(List<FieldError> errors) {
    return errors.stream()
        .map(e -> e.field() + ": " + (e.allowed() == null ? e.message() : "please choose"))
        .collect(Collectors.joining("; "));
  }

  private static Response answer(
      int status, @Nullable String message, List<FieldError> errors, ApiProblem problem) {
    Map<String, Object> body = new LinkedHashMap<>();
    // the word that callers know
    body.put("type", "AnswerRefused");
    body.put("message", message);
    body.put("errors", errors);
    Response.ResponseBuilder answer =
        Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    problem.getHeaders().forEach((name, values) -> answer.header(name, values.get(0)));
    return answer.build();
  }
}
