#include <stdio.h>
#include <string.h>
#include <negotiation_rules.h>

#define SCENARIOS 4

int main(void) {
    const char *text = "{ \"name\": \"terms\", \"stages\": [\"agreement\"], \"rules\": ["
                       "  { \"id\": \"long-term\", \"require\": { \"agreement.termYears\": { \"atLeast\": 10 } } } ] }";
    nr_rules *rules = NULL;
    nr_evaluator *evaluator = NULL; /* one for each thread; the rules are shared */
    char *error = NULL;
    if (nr_rules_parse(text, strlen(text), NULL, &rules, &error) != NR_OK || nr_evaluator_new(rules, &evaluator, &error) != NR_OK) {
        fprintf(stderr, "%s\n", error);
        return 1;
    }

    int32_t years[SCENARIOS] = {5, 10, 15, 0};
    uint8_t known[SCENARIOS] = {1, 1, 1, 0}; /* of the last scenario it is not known */
    nr_column column = {.size = sizeof(nr_column), .path = "agreement.termYears", .kind = NR_INT32, .values = years,
                        .length = SCENARIOS, .known = known, .known_kind = NR_BOOL8};
    uint8_t outcomes[1][SCENARIOS];
    nr_outcomes room = {.size = sizeof(nr_outcomes), .rule_count = 1, .stage_count = 1, .rules = outcomes[0]};
    if (nr_evaluate_columns(evaluator, SCENARIOS, &column, 1, &room, &error) != NR_OK) {
        fprintf(stderr, "%s\n", error);
        return 1;
    }

    for (int i = 0; i < SCENARIOS; i++) {
        printf("%d ", outcomes[0][i]); /* NR_VIOLATED, NR_SATISFIED, NR_SATISFIED, NR_UNKNOWN */
    }

    nr_evaluator_free(evaluator);
    nr_rules_free(rules);
    return 0;
}
