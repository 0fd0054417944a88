/* Every function of the header, and every misuse that it promises an answer to. Prints how much was looked at, and what failed. */
#include <negotiation_rules.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int checked = 0, failed = 0;

#define CHECK(condition) check((condition), #condition, __LINE__)
#define NOT_A_HANDLE ((void *)(intptr_t)24)

static void check(int holds, const char *condition, int line) {
    checked++;
    if (!holds) {
        failed++;
        printf("line %d: %s\n", line, condition);
    }
}

/* The status of a call and a part of its text, which is given back. */
static void expect(int status, int expected, char *text, const char *part, int line) {
    checked++;
    if (status != expected || (part == NULL) != (text == NULL) || (part != NULL && strstr(text, part) == NULL)) {
        failed++;
        printf("line %d: status %d for %d, \"%s\" for \"%s\"\n", line, status, expected, text ? text : "(none)", part ? part : "(none)");
    }
    nr_text_free(text);
}

#define EXPECT(call, expected, part) do { char *error = NULL; int status = (call); expect(status, expected, error, part, __LINE__); } while (0)

static const char *RULES =
    "{ \"name\": \"small\", \"vocabulary\": \"given\", \"stages\": [\"talks\", \"agreement\"],"
    "  \"parameters\": { \"least\": 10 },"
    "  \"rules\": ["
    "    { \"id\": \"long\", \"stage\": \"agreement\", \"require\": { \"years\": { \"atLeast\": { \"parameter\": \"least\" } } } },"
    "    { \"id\": \"binding\", \"stage\": \"agreement\", \"require\": { \"binding\": true } },"
    "    { \"id\": \"in-geneva\", \"stage\": \"talks\", \"require\": { \"venue\": \"Geneva\" } },"
    "    { \"id\": \"early\", \"stage\": \"talks\", \"require\": { \"start\": { \"before\": \"2022-02-01\" } } },"
    "    { \"id\": \"in-time\", \"stage\": \"talks\", \"require\": { \"at\": { \"before\": \"2022-02-01T12:00:00Z\" } } },"
    "    { \"id\": \"cheap\", \"stage\": \"agreement\", \"require\": { \"price\": { \"atMost\": 2.5 } } },"
    "    { \"id\": \"likely\", \"stage\": \"agreement\", \"require\": { \"chance\": { \"moreThan\": 0.5 } } },"
    "    { \"id\": \"soldiers\", \"stage\": \"talks\","
    "      \"require\": { \"every\": \"parties\", \"satisfy\": { \"some\": \"delegates\", \"where\": { \"role\": \"military\" } } } },"
    "    { \"id\": \"no-bases\", \"stage\": \"agreement\", \"require\": { \"promises\": { \"contains\": \"no-bases\" } } } ] }";

static const char *VOCABULARY =
    "{ \"type\": \"object\", \"properties\": {"
    "  \"years\": { \"type\": \"integer\", \"minimum\": 0, \"maximum\": 100 }, \"binding\": { \"type\": \"boolean\" },"
    "  \"venue\": { \"type\": \"string\", \"enum\": [\"Geneva\", \"Kyiv\", \"Vienna\"] }, \"start\": { \"type\": \"string\", \"format\": \"date\" },"
    "  \"at\": { \"type\": \"string\", \"format\": \"date-time\" }, \"price\": { \"type\": \"number\", \"multipleOf\": 0.01 },"
    "  \"chance\": { \"type\": \"number\" }, \"note\": { \"type\": \"string\" },"
    "  \"promises\": { \"type\": \"array\", \"items\": { \"type\": \"string\" }, \"maxItems\": 3 },"
    "  \"parties\": { \"type\": \"array\", \"items\": { \"type\": \"object\", \"properties\": {"
    "    \"delegates\": { \"type\": \"array\", \"items\": { \"type\": \"object\", \"properties\": { \"role\": { \"type\": \"string\" } } } } } } } } }";

enum { LONG, BINDING, IN_GENEVA, EARLY, IN_TIME, CHEAP, LIKELY, SOLDIERS, NO_BASES, RULE_COUNT };

static nr_rules *small(void) {
    nr_rules_options options = {sizeof options, NULL, NULL, VOCABULARY};
    nr_rules *rules = NULL;
    EXPECT(nr_rules_parse(RULES, strlen(RULES), &options, &rules, &error), NR_OK, NULL);
    return rules;
}

static nr_evaluator *evaluator_of(nr_rules *rules) {
    nr_evaluator *evaluator = NULL;
    EXPECT(nr_evaluator_new(rules, &evaluator, &error), NR_OK, NULL);
    return evaluator;
}

static nr_column column(const char *path, int kind, const void *values, int64_t length) {
    nr_column one;
    memset(&one, 0, sizeof one);
    one.size = sizeof one;
    one.path = path;
    one.kind = kind;
    one.values = values;
    one.length = length;
    return one;
}

static nr_outcomes room_of(int32_t rules, int32_t stages, uint8_t *outcomes) {
    nr_outcomes room;
    memset(&room, 0, sizeof room);
    room.size = sizeof room;
    room.rule_count = rules;
    room.stage_count = stages;
    room.rules = outcomes;
    return room;
}

static void texts_and_versions(void) {
    CHECK(nr_abi_version() == NR_ABI_VERSION);
    CHECK(strlen(nr_version()) >= 5);
    nr_text_free(NULL);
}

static void rule_sets(void) {
    nr_rules *rules = NULL, *other = NULL;
    EXPECT(nr_rules_load("rules/security-guarantees", NULL, &rules, &error), NR_OK, NULL);
    int32_t rule_count = 0, stage_count = 0;
    EXPECT(nr_rules_count(rules, &rule_count, &stage_count, &error), NR_OK, NULL);
    CHECK(rule_count > 20 && stage_count == 2);

    char *text = NULL;
    EXPECT(nr_stage_name(rules, 0, &text, &error), NR_OK, NULL);
    CHECK(text != NULL && strcmp(text, "talks") == 0);
    nr_text_free(text);
    EXPECT(nr_rule_id(rules, 0, &text, &error), NR_OK, NULL);
    CHECK(text != NULL && strcmp(text, "confirmed-by-all") == 0);
    nr_text_free(text);
    EXPECT(nr_rule_id(rules, rule_count, &text, &error), NR_ARGUMENT, "counted from 0");
    CHECK(text == NULL);
    EXPECT(nr_stage_name(rules, -1, &text, &error), NR_ARGUMENT, "There are 2 stages");
    EXPECT(nr_rules_describe(rules, NR_JSON, &text, &error), NR_OK, NULL);
    CHECK(text != NULL && strstr(text, "\"name\": \"security-guarantees\"") != NULL && strstr(text, "\"facts\"") != NULL);
    nr_text_free(text);
    EXPECT(nr_rules_describe(rules, NR_MARKDOWN, &text, &error), NR_OK, NULL);
    CHECK(text != NULL && text[0] == '#');
    nr_text_free(text);
    EXPECT(nr_rules_describe(rules, NR_HTML, &text, &error), NR_ARGUMENT, "NR_JSON or NR_MARKDOWN");

    EXPECT(nr_rules_with(rules, "{ \"leastTermYears\": 20 }", &other, &error), NR_RULES, "NR2");
    CHECK(other == NULL);
    EXPECT(nr_rules_with(rules, "[20]", &other, &error), NR_ARGUMENT, "a JSON object");
    EXPECT(nr_rules_free(rules), NR_OK, NULL);
    EXPECT(nr_rules_free(rules), NR_HANDLE, NULL);
    EXPECT(nr_rules_count(rules, &rule_count, &stage_count, &error), NR_HANDLE, "was freed");
}

static void rules_with_faults(void) {
    nr_rules *rules = NOT_A_HANDLE;
    EXPECT(nr_rules_parse("{ \"nam\": 1 }", 12, NULL, &rules, &error), NR_RULES, "did you mean `name`?");
    CHECK(rules == NULL);
    EXPECT(nr_rules_parse("\xff\xfe{}", 4, NULL, &rules, &error), NR_UTF8, "not UTF-8");
    EXPECT(nr_rules_parse(NULL, 4, NULL, &rules, &error), NR_ARGUMENT, "null");
    EXPECT(nr_rules_parse("", 0, NULL, &rules, &error), NR_RULES, "error");
    EXPECT(nr_rules_load("rules/nowhere", NULL, &rules, &error), NR_RULES, "rules/nowhere");
    EXPECT(nr_rules_load("", NULL, &rules, &error), NR_ARGUMENT, "empty");
    EXPECT(nr_rules_load(NULL, NULL, &rules, &error), NR_ARGUMENT, "null");
    EXPECT(nr_rules_load("rules/security-guarantees", NULL, NULL, &error), NR_ARGUMENT, "null");
    CHECK(nr_rules_load("rules/nowhere", NULL, &rules, NULL) == NR_RULES);

    nr_rules_options options = {sizeof options, NULL, NULL, VOCABULARY};
    options.size = 8;
    EXPECT(nr_rules_parse(RULES, strlen(RULES), &options, &rules, &error), NR_ARGUMENT, "sizeof(nr_rules_options)");
    options.size = sizeof options;
    options.parameters = "{ \"least\": 20 }";
    EXPECT(nr_rules_parse(RULES, strlen(RULES), &options, &rules, &error), NR_OK, NULL);
    EXPECT(nr_rules_free(rules), NR_OK, NULL);
    options.parameters = "{ \"most\": 20 }";
    EXPECT(nr_rules_parse(RULES, strlen(RULES), &options, &rules, &error), NR_RULES, "most");
    options.parameters = "{";
    EXPECT(nr_rules_parse(RULES, strlen(RULES), &options, &rules, &error), NR_ARGUMENT, "JSON object");
    options.parameters = NULL;
    options.vocabulary = "{ \"type\": \"objec\" }";
    EXPECT(nr_rules_parse(RULES, strlen(RULES), &options, &rules, &error), NR_RULES, "error NR");
    options.vocabulary = "\xff";
    EXPECT(nr_rules_parse(RULES, strlen(RULES), &options, &rules, &error), NR_UTF8, "vocabulary");
}

static void one_scenario(void) {
    nr_rules *rules = small();
    nr_evaluator *evaluator = evaluator_of(rules);
    const char *scenario = "{ \"years\": 15, \"venue\": \"Kyiv\", \"promises\": [\"no-bases\"] }";
    size_t length = strlen(scenario);
    char *text = NULL;
    EXPECT(nr_verdict(rules, scenario, length, NULL, &text, &error), NR_OK, NULL);
    CHECK(text != NULL && strstr(text, "\"long\": \"satisfied\"") && strstr(text, "\"talks\": \"invalid\""));
    nr_text_free(text);
    for (int format = NR_TEXT; format <= NR_MERMAID; format++) {
        EXPECT(nr_explain(rules, scenario, length, format, format & 1, "en", &text, &error), NR_OK, NULL);
        CHECK(text != NULL && strlen(text) > 100);
        nr_text_free(text);
    }
    EXPECT(nr_explain(rules, scenario, length, 9, 0, NULL, &text, &error), NR_ARGUMENT, "NR_MERMAID");
    CHECK(text == NULL);
    EXPECT(nr_advise(rules, scenario, length, "talks", "{ \"most\": 3, \"costs\": { \"venue\": 2 } }", &text, &error), NR_OK, NULL);
    CHECK(text != NULL && text[0] == '[' && strstr(text, "\"remedies\"") != NULL);
    nr_text_free(text);
    EXPECT(nr_advise(rules, scenario, length, NULL, NULL, &text, &error), NR_OK, NULL);
    CHECK(text != NULL && strstr(text, "\"agreement\"") != NULL);
    nr_text_free(text);
    EXPECT(nr_advise(rules, scenario, length, "talk", NULL, &text, &error), NR_ARGUMENT, "no stage 'talk'");
    EXPECT(nr_advise(rules, scenario, length, NULL, "{ \"much\": 1 }", &text, &error), NR_ARGUMENT, "\"most\"");
    EXPECT(nr_advise(rules, scenario, length, NULL, "{ \"fixed\": [\"yeas\"] }", &text, &error), NR_ARGUMENT, "no fact `yeas`");

    uint8_t outcomes[RULE_COUNT], stages[2], all[1];
    uint64_t bits[RULE_COUNT], stage_bits[2];
    int64_t counts[RULE_COUNT * 5], stage_counts[2 * 4];
    nr_outcomes room = room_of(RULE_COUNT, 2, outcomes);
    room.stages = stages;
    room.all = all;
    room.rule_bits = bits;
    room.rule_bits_of = NR_SATISFIED;
    room.stage_bits = stage_bits;
    room.stage_bits_of = NR_INVALID;
    room.rule_counts = counts;
    room.stage_counts = stage_counts;
    EXPECT(nr_evaluate(evaluator, scenario, length, &room, &error), NR_OK, NULL);
    CHECK(outcomes[LONG] == NR_SATISFIED && outcomes[IN_GENEVA] == NR_VIOLATED && outcomes[BINDING] == NR_UNKNOWN);
    CHECK(stages[0] == NR_INVALID && stages[1] == NR_UNDETERMINED && all[0] == NR_INVALID);
    CHECK(bits[LONG] == 1 && bits[IN_GENEVA] == 0 && stage_bits[0] == 1 && stage_bits[1] == 0);
    CHECK(counts[LONG * 5 + NR_SATISFIED] == 1 && counts[LONG * 5 + NR_VIOLATED] == 0 && stage_counts[NR_INVALID] == 1);
    CHECK(room.faulty == 0);

    EXPECT(nr_evaluate(evaluator, "{ \"yers\": 1 }", 13, &room, &error), NR_SCENARIO, "did you mean `years`?");
    EXPECT(nr_evaluate(evaluator, "{ \"years\": 101 }", 16, &room, &error), NR_SCENARIO, "100");
    EXPECT(nr_evaluate(evaluator, "\xff", 1, &room, &error), NR_SCENARIO, "UTF-8");
    EXPECT(nr_verdict(rules, "\xff", 1, NULL, &text, &error), NR_SCENARIO, "UTF-8");
    EXPECT(nr_verdict(rules, "{", 1, NULL, &text, &error), NR_SCENARIO, "never closed");
    EXPECT(nr_verdict(rules, "", 0, NULL, &text, &error), NR_SCENARIO, "error");
    EXPECT(nr_verdict(rules, NULL, 5, NULL, &text, &error), NR_ARGUMENT, "null");
    EXPECT(nr_verdict(rules, scenario, length, "\xff", &text, &error), NR_UTF8, "language");
    EXPECT(nr_verdict(rules, scenario, length, "xx", &text, &error), NR_ARGUMENT, "No rule gives a reason in `xx`");
    EXPECT(nr_explain(rules, scenario, length, NR_TEXT, 0, "xx", &text, &error), NR_ARGUMENT, "reason in `xx`");
    EXPECT(nr_verdict(rules, scenario, length, NULL, NULL, &error), NR_ARGUMENT, "null");
    EXPECT(nr_evaluate(evaluator, scenario, length, NULL, &error), NR_ARGUMENT, "null");
    EXPECT(nr_evaluate((nr_evaluator *)rules, scenario, length, &room, &error), NR_HANDLE, "something else");
    EXPECT(nr_evaluate(NOT_A_HANDLE, scenario, length, &room, &error), NR_HANDLE, "never given out");
    EXPECT(nr_evaluate(NULL, scenario, length, &room, &error), NR_ARGUMENT, "null");
    room.rule_count = 1;
    EXPECT(nr_evaluate(evaluator, scenario, length, &room, &error), NR_ARGUMENT, "room for 1 rules");
    room.rule_count = RULE_COUNT;
    room.size = 4;
    EXPECT(nr_evaluate(evaluator, scenario, length, &room, &error), NR_ARGUMENT, "sizeof(nr_outcomes)");

    /* A rule set lives on while an evaluator needs it. */
    room.size = sizeof room;
    EXPECT(nr_rules_free(rules), NR_OK, NULL);
    EXPECT(nr_evaluate(evaluator, scenario, length, &room, &error), NR_OK, NULL);
    EXPECT(nr_evaluator_free(evaluator), NR_OK, NULL);
    EXPECT(nr_evaluator_free(evaluator), NR_HANDLE, NULL);
    EXPECT(nr_evaluator_free(NULL), NR_ARGUMENT, NULL);
}

/* Every kind of column, three scenarios; what comes out is what the same scenarios in JSON give. */
static void columns(void) {
    nr_rules *rules = small();
    nr_evaluator *evaluator = evaluator_of(rules);
    const char *json[] = {
        "{ \"years\": 5, \"binding\": true, \"venue\": \"Geneva\", \"start\": \"2022-01-10\", \"at\": \"2022-02-01T11:59:59Z\", \"price\": 2.5,"
        "  \"chance\": 0.75, \"promises\": [\"no-bases\", \"peace\"], \"parties\": [{ \"delegates\": [{ \"role\": \"military\" }] }, { \"delegates\": [] }] }",
        "{ \"years\": 15, \"binding\": false, \"venue\": \"Kyiv\", \"start\": \"2022-01\", \"at\": \"2022-02-01T12:00:00Z\", \"price\": 2.51,"
        "  \"chance\": 0.25, \"promises\": [], \"parties\": [] }",
        "{ \"venue\": \"Vienna\", \"chance\": 1, \"parties\": [{ \"delegates\": [{ \"role\": \"legal\" }, { \"role\": \"military\" }] }] }"};
    struct { int32_t years; uint8_t known; } apart[] = {{5, 1}, {15, 1}, {0, 0}};
    uint8_t binding[] = {0x01}, binding_known[] = {0x03};
    int8_t venue[] = {1, 0, 2};
    const char *venues[] = {"Kyiv", "Geneva", "Vienna"};
    int32_t first[] = {19002, 18993, 0}, last[] = {19002, 19023, 0};
    int64_t at[] = {1643716799000000000, 1643716800000000000, INT64_MIN};
    double price[] = {2.5, 2.51, 0.0 / 1.0};
    float chance[] = {0.75f, 0.25f, 1.0f};
    int32_t promises_at[] = {0, 2, 2, 2};
    uint8_t promises_known[] = {1, 1, 0}, dates_known[] = {1, 1, 0}, price_known[] = {1, 1, 0};
    uint16_t promises[] = {0, 1};
    const char *promise_texts[] = {"no-bases", "peace"};
    int64_t parties_at[] = {0, 2, 2, 3}, delegates_at[] = {0, 1, 1, 3}, roles[] = {0, 1, 0};
    const char *role_texts[] = {"military", "legal"};
    nr_column given[] = {
        column("years", NR_INT32, &apart[0].years, 3), column("binding", NR_BOOL1, binding, 3), column("venue", NR_INT8, venue, 3),
        column("start", NR_INT32, first, 3), column("at", NR_INT64, at, 3), column("price", NR_FLOAT64, price, 3),
        column("chance", NR_FLOAT32, chance, 3), column("promises", NR_OFFSETS32, promises_at, 4),
        column("promises", NR_UINT16, promises, 2), column("parties", NR_OFFSETS64, parties_at, 4),
        column("parties.delegates", NR_OFFSETS64, delegates_at, 4), column("parties.delegates.role", NR_INT64, roles, 3),
        column("note", NR_INT64, roles, 3)};
    size_t count = sizeof given / sizeof given[0];
    given[0].stride = sizeof apart[0];
    given[0].known = &apart[0].known;
    given[0].known_stride = sizeof apart[0];
    given[0].known_kind = NR_BOOL8;
    given[1].known = binding_known;
    given[1].known_kind = NR_BOOL1;
    given[2].texts = venues;
    given[2].text_count = 3;
    given[3].last = last;
    given[3].unit = NR_UNIT_DAYS;
    given[3].known = dates_known;
    given[3].known_kind = NR_BOOL8;
    given[4].unit = NR_UNIT_NANOSECONDS;
    given[4].flags = NR_LEAST_IS_UNKNOWN;
    given[5].known = price_known;
    given[5].known_kind = NR_BOOL8;
    given[7].known = promises_known;
    given[7].known_kind = NR_BOOL8;
    given[8].texts = promise_texts;
    given[8].text_count = 2;
    given[11].texts = role_texts;
    given[11].text_count = 2;

    uint8_t outcomes[RULE_COUNT][3], stages[2][3], all[3], one[RULE_COUNT], one_stage[2], one_all[1];
    uint64_t bits[RULE_COUNT];
    int64_t counts[RULE_COUNT * 5];
    for (int32_t threads = 0; threads < 3; threads++) {
        nr_outcomes room = room_of(RULE_COUNT, 2, outcomes[0]);
        room.stages = stages[0];
        room.all = all;
        room.rule_bits = bits;
        room.rule_bits_of = NR_UNKNOWN;
        room.rule_counts = counts;
        room.threads = threads;
        EXPECT(nr_evaluate_columns(evaluator, 3, given, count, &room, &error), NR_OK, NULL);
        for (int scenario = 0; scenario < 3; scenario++) {
            nr_outcomes single = room_of(RULE_COUNT, 2, one);
            single.stages = one_stage;
            single.all = one_all;
            EXPECT(nr_evaluate(evaluator, json[scenario], strlen(json[scenario]), &single, &error), NR_OK, NULL);
            for (int rule = 0; rule < RULE_COUNT; rule++) {
                CHECK(outcomes[rule][scenario] == one[rule]);
                CHECK((bits[rule] >> scenario & 1) == (one[rule] == NR_UNKNOWN));
            }
            CHECK(stages[0][scenario] == one_stage[0] && stages[1][scenario] == one_stage[1] && all[scenario] == one_all[0]);
        }
        CHECK(counts[LONG * 5 + NR_VIOLATED] == 1 && counts[LONG * 5 + NR_SATISFIED] == 1 && counts[LONG * 5 + NR_UNKNOWN] == 1);
    }

    nr_outcomes room = room_of(RULE_COUNT, 2, outcomes[0]);
    EXPECT(nr_evaluate_columns(evaluator, 0, NULL, 0, &room, &error), NR_OK, NULL);
    EXPECT(nr_evaluate_columns(evaluator, 3, NULL, 0, &room, &error), NR_OK, NULL);
    CHECK(outcomes[LONG][0] == NR_UNKNOWN && outcomes[SOLDIERS][2] == NR_UNKNOWN);
    EXPECT(nr_evaluate_columns(evaluator, 3, NULL, 1, &room, &error), NR_ARGUMENT, "null");
    EXPECT(nr_evaluate_columns(evaluator, -1, given, count, &room, &error), NR_ARGUMENT, "-1 scenarios");
    EXPECT(nr_evaluate_columns(evaluator, 4, given, count, &room, &error), NR_COLUMNS, "lists, and there should be 4");
    room.rules_stride = 2;
    EXPECT(nr_evaluate_columns(evaluator, 3, given, count, &room, &error), NR_ARGUMENT, "rules_stride");
    EXPECT(nr_evaluator_free(evaluator), NR_OK, NULL);
    EXPECT(nr_rules_free(rules), NR_OK, NULL);
}

/* One column that is wrong, and what is said of it. */
static void wrong(nr_evaluator *evaluator, nr_column given, int expected, const char *part, int line) {
    uint8_t outcomes[RULE_COUNT][2];
    nr_outcomes room = room_of(RULE_COUNT, 2, outcomes[0]);
    char *error = NULL;
    int status = nr_evaluate_columns(evaluator, 2, &given, 1, &room, &error);
    expect(status, expected, error, part, line);
}

#define WRONG(given, expected, part) wrong(evaluator, given, expected, part, __LINE__)

static void wrong_columns(void) {
    nr_rules *rules = small();
    nr_evaluator *evaluator = evaluator_of(rules);
    int32_t whole[] = {5, 101};
    double real[] = {1.5, 2.505};
    uint8_t bytes[] = {1, 7};
    uint64_t large[] = {1, UINT64_MAX};
    int64_t days[] = {0, 3000000};
    const char *texts[] = {"Geneva", "Paris"}, *not_utf8[] = {"Geneva", "\xff"}, *none[] = {"Geneva", NULL};
    int32_t codes[] = {0, 1}, beyond[] = {0, 2}, falling[] = {0, 2, 1}, longer[] = {0, 4, 4};

    WRONG(column("years", NR_INT32, whole, 2), NR_COLUMNS, "`years` at place 1: 101 is not a whole number from 0 to 100");
    WRONG(column("years", NR_FLOAT64, real, 2), NR_COLUMNS, "`years` at place 0: 1.5 is not");
    WRONG(column("price", NR_FLOAT64, real, 2), NR_COLUMNS, "`price` at place 1: 2.505 is not");
    WRONG(column("years", NR_UINT64, large, 2), NR_COLUMNS, "18446744073709551615");
    WRONG(column("binding", NR_BOOL8, bytes, 2), NR_COLUMNS, "0 or 1, not 7");
    WRONG(column("binding", NR_INT32, whole, 2), NR_COLUMNS, "give NR_BOOL8 or NR_BOOL1");
    WRONG(column("years", NR_BOOL8, bytes, 2), NR_COLUMNS, "give whole numbers or floating point");
    WRONG(column("start", NR_INT32, whole, 2), NR_COLUMNS, "NR_UNIT_DAYS");
    WRONG(column("at", NR_INT32, whole, 2), NR_COLUMNS, "NR_UNIT_SECONDS");
    WRONG(column("venue", NR_INT32, codes, 2), NR_COLUMNS, "the texts that they stand for");
    WRONG(column("yeers", NR_INT32, whole, 2), NR_COLUMNS, "did you mean `years`?");
    WRONG(column("years", NR_INT32, whole, 3), NR_COLUMNS, "has 3 values, and there should be 2");
    WRONG(column("years", NR_INT32, NULL, 2), NR_ARGUMENT, "null");
    WRONG(column(NULL, NR_INT32, whole, 2), NR_ARGUMENT, "path of column 0");
    WRONG(column("\xff", NR_INT32, whole, 2), NR_UTF8, "path of column 0");
    WRONG(column("years", 99, whole, 2), NR_ARGUMENT, "the kind 99");
    WRONG(column("years", NR_INT32, whole, -1), NR_ARGUMENT, "the length -1");
    WRONG(column("years", NR_OFFSETS32, falling, 3), NR_COLUMNS, "is no list");
    WRONG(column("parties.delegates.role", NR_INT32, codes, 2), NR_COLUMNS, "texts");
    WRONG(column("parties", NR_OFFSETS32, falling, 3), NR_COLUMNS, "never fall");
    WRONG(column("parties", NR_OFFSETS32, NULL, 3), NR_ARGUMENT, "null");
    WRONG(column("parties", NR_OFFSETS32, falling, 0), NR_COLUMNS, "has no offsets");
    WRONG(column("parties", NR_OFFSETS32, falling, 2), NR_COLUMNS, "has 1 lists, and there should be 2");
    WRONG(column("promises", NR_OFFSETS32, longer, 3), NR_COLUMNS, "a list of 4 elements, which can have 3 at most");

    nr_column one = column("parties.delegates.role", NR_INT32, codes, 2);
    one.texts = texts;
    one.text_count = 2;
    WRONG(one, NR_COLUMNS, "where the lists `parties.delegates` around it start");
    one.path = "venue";
    WRONG(one, NR_COLUMNS, "`venue` at place 1: the text \"Paris\" is not one of");
    one.values = beyond;
    WRONG(one, NR_COLUMNS, "`venue` at place 1: 2 is not");
    one.texts = not_utf8;
    WRONG(one, NR_UTF8, "text 1 of `venue`");
    one.texts = none;
    WRONG(one, NR_ARGUMENT, "text 1 of `venue`");
    one = column("start", NR_INT64, days, 2);
    one.unit = NR_UNIT_DAYS;
    WRONG(one, NR_COLUMNS, "`start` at place 1: 3000000 is not a date");
    one.unit = NR_UNIT_SECONDS;
    days[0] = 1;
    WRONG(one, NR_COLUMNS, "`start` at place 0: 1 is not a date");
    one = column("at", NR_INT64, days, 2);
    one.unit = NR_UNIT_NANOSECONDS;
    WRONG(one, NR_COLUMNS, "`at` at place 0: 1 is not");
    one = column("years", NR_INT32, codes, 2);
    one.size = 8;
    WRONG(one, NR_ARGUMENT, "sizeof(nr_column)");
    one.size = sizeof one;
    one.known = bytes;
    WRONG(one, NR_ARGUMENT, "known_kind");
    one.known_kind = NR_BOOL8;
    WRONG(one, NR_COLUMNS, "0 or 1, not 7");

    nr_column twice[] = {column("years", NR_INT32, codes, 2), column("years", NR_INT32, codes, 2)};
    uint8_t outcomes[RULE_COUNT][2];
    nr_outcomes room = room_of(RULE_COUNT, 2, outcomes[0]);
    EXPECT(nr_evaluate_columns(evaluator, 2, twice, 2, &room, &error), NR_COLUMNS, "given twice");

    /* And after all that it works as if nothing had been. */
    EXPECT(nr_evaluate_columns(evaluator, 2, twice, 1, &room, &error), NR_OK, NULL);
    CHECK(outcomes[LONG][0] == NR_VIOLATED);
    EXPECT(nr_evaluator_free(evaluator), NR_OK, NULL);
    EXPECT(nr_rules_free(rules), NR_OK, NULL);
}

struct task { nr_rules *rules; nr_evaluator *shared; int right, busy; };

static void *work(void *given) {
    struct task *task = given;
    nr_evaluator *own = NULL;
    uint8_t outcomes[RULE_COUNT];
    task->right = nr_evaluator_new(task->rules, &own, NULL) == NR_OK;
    for (int32_t years = 0; years < 100; years++) {
        char scenario[40];
        int length = snprintf(scenario, sizeof scenario, "{ \"years\": %d }", years);
        nr_outcomes room = room_of(RULE_COUNT, 2, outcomes);
        task->right &= nr_evaluate(own, scenario, (size_t)length, &room, NULL) == NR_OK;
        task->right &= outcomes[LONG] == (years >= 10 ? NR_SATISFIED : NR_VIOLATED);
        int status = nr_evaluate(task->shared, scenario, (size_t)length, &room, NULL);
        task->right &= status == NR_OK || status == NR_BUSY;
        task->busy += status == NR_BUSY;
    }
    task->right &= nr_evaluator_free(own) == NR_OK;
    return NULL;
}

static void threads(void) {
    nr_rules *rules = small();
    nr_evaluator *shared = evaluator_of(rules);
    struct task tasks[4];
    pthread_t running[4];
    for (int i = 0; i < 4; i++) {
        tasks[i] = (struct task){rules, shared, 0, 0};
        CHECK(pthread_create(&running[i], NULL, work, &tasks[i]) == 0);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(running[i], NULL);
        CHECK(tasks[i].right);
    }
    EXPECT(nr_evaluator_free(shared), NR_OK, NULL);
    EXPECT(nr_rules_free(rules), NR_OK, NULL);
}

static void what_columns_do_not_hold(void) {
    const char *text = "{ \"name\": \"steps\", \"stages\": [\"talks\"], \"rules\": [ { \"id\": \"worse\", \"require\": { \"value\": { \"the\":"
                       " { \"list\": \"escalations\", \"orderBy\": \"on\", \"take\": 1 }, \"of\": { \"fact\": \"kind\" } }, \"is\": \"a\" } } ] }";
    nr_rules_options options = {sizeof options, NULL, NULL,
        "{ \"type\": \"object\", \"properties\": { \"escalations\": { \"type\": \"array\", \"items\": { \"type\": \"object\", \"properties\": {"
        " \"on\": { \"type\": \"string\", \"format\": \"date\" }, \"kind\": { \"type\": \"string\" } } } } } }"};
    nr_rules *rules = NULL;
    EXPECT(nr_rules_parse(text, strlen(text), &options, &rules, &error), NR_OK, NULL);
    nr_evaluator *evaluator = evaluator_of(rules);
    uint8_t outcomes[1];
    nr_outcomes room = room_of(1, 1, outcomes);
    EXPECT(nr_evaluate_columns(evaluator, 1, NULL, 0, &room, &error), NR_NOT_IN_COLUMNS, "The rule 'worse'");
    EXPECT(nr_evaluator_free(evaluator), NR_OK, NULL);
    EXPECT(nr_rules_free(rules), NR_OK, NULL);
}

static void beyond_measure(void) {
    const char *text = "{ \"name\": \"late\", \"stages\": [\"talks\"], \"rules\": [ { \"id\": \"soon\", \"require\":"
                       " { \"start\": { \"onOrBefore\": { \"fact\": \"asOf\", \"plus\": \"P9000Y\" } } } } ] }";
    nr_rules_options options = {sizeof options, NULL, NULL,
        "{ \"type\": \"object\", \"properties\": { \"start\": { \"type\": \"string\", \"format\": \"date\" },"
        " \"asOf\": { \"type\": \"string\", \"format\": \"date\" } } }"};
    nr_rules *rules = NULL;
    EXPECT(nr_rules_parse(text, strlen(text), &options, &rules, &error), NR_OK, NULL);
    nr_evaluator *evaluator = evaluator_of(rules);
    int32_t as_of[] = {-700000, 19000}, start[] = {0, 0};
    nr_column given[] = {column("asOf", NR_INT32, as_of, 2), column("start", NR_INT32, start, 2)};
    given[0].unit = given[1].unit = NR_UNIT_DAYS;
    uint8_t outcomes[2], stages[2], all[2];
    nr_outcomes room = room_of(1, 1, outcomes);
    room.stages = stages;
    room.all = all;
    EXPECT(nr_evaluate_columns(evaluator, 2, given, 2, &room, &error), NR_OK, "Scenario 1 has no outcomes");
    CHECK(room.faulty == 1 && outcomes[0] == NR_SATISFIED && outcomes[1] == NR_NO_OUTCOME && stages[1] == NR_NO_OUTCOME);
    CHECK(all[0] == NR_VALID && all[1] == NR_NO_OUTCOME);
    EXPECT(nr_evaluator_free(evaluator), NR_OK, NULL);
    EXPECT(nr_rules_free(rules), NR_OK, NULL);
}

int main(void) {
    texts_and_versions();
    rule_sets();
    rules_with_faults();
    one_scenario();
    columns();
    wrong_columns();
    threads();
    what_columns_do_not_hold();
    beyond_measure();
    CHECK(nr_alive() == 0);
    printf("%d things looked at from C, %d not as they should be\n", checked, failed);
    return failed == 0 ? 0 : 1;
}
