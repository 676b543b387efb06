"""pyarrow reads the tables; it joins and groups too little to do the other jobs."""

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

import schema
from harness import serve

TYPES = {
    "id": pa.string(), "text": pa.string(), "date": pa.date32(), "bool": pa.bool_(),
    "int": pa.int32(), "code": pa.dictionary(pa.int32(), pa.string()),
}


def day(text, is_end):
    """Days of texts that may be months."""
    has_slash = pc.equal(pc.utf8_slice_codeunits(text, 2, 3), "/")
    turned = pc.binary_join_element_wise(
        pc.utf8_slice_codeunits(text, 3, 7), pc.utf8_slice_codeunits(text, 0, 2), "-")
    text = pc.if_else(has_slash, turned, text)
    is_month = pc.equal(pc.utf8_length(text), 7)
    days = pc.cast(pc.if_else(is_month, pc.binary_join_element_wise(text, "01", "-"), text),
                   pa.date32())
    if not is_end:
        return days
    last = pc.cast(pc.subtract(
        pc.cast(pc.ceil_temporal(days, 1, "month", ceil_is_strictly_greater=True), pa.date32()),
        pa.scalar(86400, pa.duration("s"))), pa.date32())
    return pc.if_else(is_month, last, days)


def read_table(data, table):
    columns = schema.TABLES[table]
    read = csv.read_csv(
        f"{data}/{table}.csv",
        convert_options=csv.ConvertOptions(
            column_types={c: TYPES.get(kind, pa.string()) for c, kind in columns.items()},
            null_values=[""], strings_can_be_null=True, true_values=["yes"],
            false_values=["no"]))
    for column, kind in columns.items():
        if kind.startswith("month"):
            place = read.column_names.index(column)
            read = read.set_column(place, column, day(read[column], kind == "month_end"))
    return read


class PyArrow:
    def __init__(self, data, threads):
        self.data = data
        pa.set_cpu_count(threads)

    def read(self):
        self.tables = {table: read_table(self.data, table) for table in schema.TABLES}

    def answers(self):
        return {}


if __name__ == "__main__":
    serve(PyArrow)
