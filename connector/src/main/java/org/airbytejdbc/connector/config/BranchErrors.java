package org.airbytejdbc.connector.config;

import static java.util.stream.Collectors.groupingBy;

import com.networknt.schema.Error;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Picks the errors that help out of those of every branch of a {@code oneOf} or {@code anyOf}:
 * where a constant such as {@code "storage": "S3"} chooses the branch, those of that branch, else
 * those of the branches that come nearest.
 */
final class BranchErrors {
  private static final Pattern BRANCH = Pattern.compile("^(.*?)\\.(?:oneOf|anyOf)\\[(\\d+)]");

  /** A branch by the place of its choice in the schema, and its number. */
  private record Branch(String choice, String number) {
    static final Branch NONE = new Branch("", "");

    static Branch of(Error error) {
      Matcher matcher = BRANCH.matcher(error.getEvaluationPath().toString());
      return matcher.find() ? new Branch(matcher.group(1), matcher.group(2)) : NONE;
    }
  }

  private BranchErrors() {}

  static List<Error> relevant(List<Error> errors) {
    Map<String, Map<Branch, List<Error>>> choices =
        errors.stream()
            .collect(groupingBy(error -> Branch.of(error).choice(), groupingBy(Branch::of)));
    return errors.stream()
        .filter(error -> counts(error, choices.get(Branch.of(error).choice())))
        .filter(error -> !isChoice(error) || isAlone(error, errors))
        .toList();
  }

  private static boolean counts(Error error, Map<Branch, List<Error>> branches) {
    Branch branch = Branch.of(error);
    if (branch == Branch.NONE) {
      return true;
    }
    List<List<Error>> meant = branches.values().stream().filter(BranchErrors::isMeant).toList();
    if (meant.isEmpty()) {
      return isConstant(error);
    }
    int fewest = meant.stream().mapToInt(Collection::size).min().orElse(0);
    List<Error> own = branches.get(branch);
    return isMeant(own) && own.size() == fewest;
  }

  private static boolean isMeant(List<Error> branch) {
    return branch.stream().noneMatch(BranchErrors::isConstant);
  }

  private static boolean isConstant(Error error) {
    return error.getKeyword().equals("const")
        || error.getKeyword().equals("enum") && error.getSchemaNode().size() == 1;
  }

  private static boolean isChoice(Error error) {
    return Set.of("oneOf", "anyOf").contains(error.getKeyword());
  }

  /** "None of the forms fits" says nothing beside what does not fit. */
  private static boolean isAlone(Error choice, List<Error> errors) {
    String place = choice.getInstanceLocation().toString();
    return errors.stream()
        .filter(error -> !isChoice(error))
        .noneMatch(error -> error.getInstanceLocation().toString().startsWith(place));
  }
}
