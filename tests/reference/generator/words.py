"""The values that are drawn: few of each kind, close together, so that comparisons fall on either side of them and on them."""
NUMBERS = [0, 1, 2, 3, 4, 5, 7, -1, -3, 10]
DECIMALS = [0, 0.1, 0.25, 0.3, 0.5, 1, 1.5, 2, 2.75, -0.5, 3]
FLOATS = [0, 0.1, 0.2, 0.3, 0.7, 0.15, 1.15, 4.35, 1, 1.5, 2.5, 2.675, -0.5, 3, 1e-9, 0.30000000000000004]
DAYS = ['2021-12-31', '2022-01-01', '2022-01-10', '2022-01-30', '2022-01-31', '2022-02-01', '2022-02-28', '2022-03-01', '2023-12-31',
        '2024-02-29']
MONTHS = ['2022-01', '2022-02', '2022', '2024-02', '2021-12', '2024']
MOMENTS = ['2022-01-10T09:00:00Z', '2022-01-10T10:00:00+01:00', '2022-01-10T09:30:15.5Z', '2022-01-31T23:59:59Z',
           '2022-02-01T00:30:00+02:00',
           '2022-02-28T12:00Z', '2024-02-29T00:00:00Z']
LENGTHS = ['P1M', 'P30D', 'P31D', 'P28D', 'P3M', 'P89D', 'P92D', 'P1Y', 'P365D', 'P1M3D', 'P0D', '-P1D', 'P2M', 'P14D', 'P1W', 'PT36H',
           'PT24H', '-P1M']
MOVES = ['P1M', 'P30D', 'P1D', 'P1Y', 'P2M', 'P1M3D', 'P1W', '-P1D', '-P1M', 'P0D', 'PT24H']
TEXTS = ['a', 'A', 'b', 'ab', 'Ab', 'abc', '', ' a ', 'é', 'ß', 'I', 'yes', '2022-01', '𝒳a']
PATTERNS = ['a', '^a', 'b$', '^[a-z]+$', 'a.c', '^$', '(?i)AB', 'a|b', 'y.*s', '[0-9]{4}']
SHARES = ['1/2', '2/3', '1/3', '50 %', '55%', 0.5, 0.25, 0, 1, '3/4', '62.5 %']
WHOLE_SHARES = ['1/2', '2/3', '1/4']
ENUM = ['yes', 'no', 'abstain']
EDGES = ['startOfMonth', 'endOfMonth', 'startOfNextMonth', 'startOfYear', 'endOfYear', 'startOfNextYear']
# Where what is worked out may be too large, or beyond the calendar.
ENDS = {'number': [9007199254740993, -9007199254740993], 'date': ['0001-01-01', '9999-12-31', '9999'],
        'date-time': ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z']}
BY_KIND = {'date': DAYS, 'date-time': MOMENTS, 'duration': LENGTHS, 'string': TEXTS, 'boolean': [True, False]}
