"""Oeuvre's library: pure Python and dataframes, for notebooks and the command line as much as for the pages.

In reading order:

    errors      everything raised on purpose
    schema      tables and columns: type, unit, label, meaning, source
    dumps       text -> Dump (header, records, problems)
    corpus      dumps -> Corpus: the tables of one library, what was merged and why
    corrections what readers correct beside the untouched text, made again after each reading
    selection   what is on screen: <-> URL query, -> English, -> filtered Corpus
    text        abstracts -> cleaned words -> term counts
    topics      term counts -> Topics
    statistics  intervals, effect sizes, rank tests for small samples
    network, search, similar
    tables, charts, words   the triple: a table a chart draws, the figure, the sentence that says it
    theme       palette, figure template, colour of an author or topic
    store       the only package that touches a database
    opening     what a verb works on: files or a library, and the part of it that a link shows
    export      papers as BibTeX, CSV, JSON and Parquet
    report      a part of a library as one HTML file that needs no server and prints
    synth       made-up dumps of any size
    commands    the verbs of `python -m lib`
"""
