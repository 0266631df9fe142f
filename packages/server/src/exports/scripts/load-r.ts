/** Loads every table of an export into R; it reads the codebook, so it is the same for all. */
export const LOAD_R = `# Loads the tables of this export with the right types:
#
#   source("load.R", chdir = TRUE)   # gives \`tables\`, a list of data frames by name
#   summary(tables$sessions)
#
# Needs base R alone for CSV, the package arrow for Parquet and jsonlite for JSONL. Run by Rscript it prints what it found.

here <- local({
  script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
  if (length(script) == 1) dirname(normalizePath(script)) else getwd()
})
if (!file.exists(file.path(here, "codebook.csv"))) here <- getwd()
codebook <- read.csv(file.path(here, "codebook.csv"), colClasses = "character", na.strings = character(0), encoding = "UTF-8")

needs <- function(package, format) {
  if (!requireNamespace(package, quietly = TRUE)) stop(sprintf("%s needs the package %s: install.packages(\\"%s\\")", format, package, package))
}

load_table <- function(name) {
  columns <- codebook[codebook$table == name, ]
  file <- function(ending) file.path(here, paste0(name, ending))
  if (file.exists(file(".parquet"))) {
    needs("arrow", "Parquet")
    return(as.data.frame(arrow::read_parquet(file(".parquet"))))
  }
  if (file.exists(file(".jsonl"))) {
    needs("jsonlite", "JSONL")
    frame <- jsonlite::stream_in(base::file(file(".jsonl"), encoding = "UTF-8"), verbose = FALSE)
  } else {
    frame <- read.csv(file(".csv"), colClasses = "character", na.strings = character(0), check.names = FALSE, encoding = "UTF-8")
  }
  for (row in seq_len(nrow(columns))) {
    column <- columns$column[row]
    if (is.data.frame(frame[[column]]) || is.list(frame[[column]])) next
    frame[[column]] <- typed(frame[[column]], columns$type[row], columns$nullable[row] == "true")
  }
  frame
}

# Whole numbers go into doubles: R's own integers end at 2^31. An empty text is a value, unless it may be unknown.
typed <- function(values, type, nullable) {
  if (type == "instant") return(as.POSIXct(as.numeric(values) / 1000, origin = "1970-01-01", tz = "UTC"))
  if (type %in% c("integer", "number")) return(as.numeric(values))
  if (type == "boolean") return(ifelse(as.character(values) == "", NA, tolower(as.character(values)) == "true"))
  if (nullable) values[which(values == "")] <- NA
  values
}

names_of_tables <- unique(codebook$table)
tables <- setNames(lapply(names_of_tables, load_table), names_of_tables)

if (sys.nframe() == 0L) for (name in names_of_tables) {
  cat(sprintf("%s: %d rows, %d columns\\n", name, nrow(tables[[name]]), ncol(tables[[name]])))
  str(tables[[name]], give.attr = FALSE, vec.len = 1)
}
`;
