package dev.baton.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;

class ApiProblemTest {
  @Test
  void an_invalid_input_is_422_with_the_list_of_its_errors() {
    List<FieldError> errors = List.of(new FieldError("reason", "say one of a", List.of("a")));

    ProblemDetail problem = new InvalidInput(errors).getBody();

    assertThat(problem.getStatus()).isEqualTo(422);
    assertThat(problem.getDetail()).isEqualTo("reason: say one of a");
    assertThat(problem.getProperties()).isEqualTo(Map.of("errors", errors));
  }

  @Test
  void a_conflict_is_409_and_says_what_is_who_did_it_and_when() {
    Instant at = Instant.parse("2026-11-22T12:00:00Z");

    ProblemDetail problem = new Conflict("Closed", "CLOSED", "ben", at).getBody();

    assertThat(problem.getStatus()).isEqualTo(409);
    assertThat(problem.getProperties()).isEqualTo(Map.of("state", "CLOSED", "by", "ben", "at", at));
  }

  @Test
  void what_is_forbidden_or_unknown_says_so_and_no_more() {
    assertThat(ApiProblem.forbidden("No").getBody().getStatus()).isEqualTo(403);
    assertThat(ApiProblem.notFound("No").getBody().getStatus()).isEqualTo(404);
    assertThat(ApiProblem.notFound("No").getBody().getProperties()).isNullOrEmpty();
  }

  @Test
  void the_problem_is_found_in_what_wraps_it() {
    ApiProblem problem = ApiProblem.forbidden("No");

    assertThat(ApiProblem.in(new IllegalStateException(new RuntimeException(problem))))
        .contains(problem);
    assertThat(ApiProblem.in(new IllegalStateException())).isEmpty();
  }
}
